using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <content>Memory that is asked for before it is needed.</content>
public sealed partial class SwimMembership
{
    private const int PartLines = 2;

    /// <summary>Asks for its table and its queue of news.</summary>
    internal void BringPartsNear()
    {
        CacheLine.FetchObject(_table, PartLines);
        if (_rumors is not null)
        {
            CacheLine.FetchObject(_rumors, PartLines);
        }
    }

    /// <summary>Asks for what says which news are told next, or which are old.</summary>
    /// <param name="tells">Whether it will tell news, or hear some.</param>
    internal void BringSummaryNear(bool tells)
    {
        if (tells)
        {
            _rumors?.BringOrderNear();
        }
        else
        {
            _table.BringHeardNear();
        }
    }

    /// <summary>Asks for the news that are told next.</summary>
    internal void BringNewsNear() => _rumors?.BringNewsNear();

    /// <summary>Asks for all that is kept about those of whom there is news.</summary>
    /// <param name="news">The news; not all records of a node, which are compared in another way.</param>
    internal void BringNear(in MemberUpdates news)
    {
        if (news.Records is not null)
        {
            return;
        }

        foreach (ref readonly var update in news.Items)
        {
            if (!_table.HasHeard(_table.FactOf(update)))
            {
                _table.BringNear(update.Subject);
                _suspicions.BringNear(update.Subject);
                _rumors?.BringNear(update.Subject);
            }
        }
    }
}
