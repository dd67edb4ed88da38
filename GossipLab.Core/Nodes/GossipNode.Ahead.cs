using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Nodes;

/// <content>
/// Memory that is asked for before it is needed, in the order in which one piece says where the next ones are. Nothing
/// here changes what the node does.
/// </content>
public sealed partial class GossipNode
{
    private const int MembershipLines = 5;

    /// <summary>Asks for its membership.</summary>
    internal void BringMembershipNear()
    {
        if (_swim is not null)
        {
            CacheLine.FetchObject(_swim, MembershipLines);
        }
    }

    /// <summary>Asks for what its membership is made of.</summary>
    internal void BringPartsNear() => _swim?.BringPartsNear();

    /// <summary>Asks for what says which news are told next, or which are old.</summary>
    /// <param name="tells">Whether it will tell news, or hear some.</param>
    internal void BringSummaryNear(bool tells) => _swim?.BringSummaryNear(tells);

    /// <summary>Asks for the news that are told next.</summary>
    internal void BringNewsNear() => _swim?.BringNewsNear();

    /// <summary>Asks for what a message is about.</summary>
    /// <param name="message">The message.</param>
    internal void BringNear(in Message message)
    {
        if (message.Updates.Count > 0)
        {
            _swim?.BringNear(message.Updates);
        }
    }
}
