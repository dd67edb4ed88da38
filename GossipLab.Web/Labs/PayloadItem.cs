using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Labs;

/// <summary>What a piece of news would be to the receiver if it came now.</summary>
public enum PayloadNews
{
    /// <summary>It changes nothing.</summary>
    Known,

    /// <summary>It changes what the receiver holds or believes.</summary>
    New,

    /// <summary>The receiver suspects already; one more who says so shortens its wait.</summary>
    Confirms,

    /// <summary>It is about the receiver itself, which would refute it.</summary>
    Refuted,
}

/// <summary>One thing that a message carries.</summary>
/// <param name="Value">The value; null where it is news of a member.</param>
/// <param name="Update">The news of a member.</param>
/// <param name="News">What it would be to the receiver now.</param>
/// <param name="Held">What the receiver believes of the member now; null where it does not list it.</param>
public sealed record PayloadItem(VersionedValue? Value, MemberUpdate Update, PayloadNews News, MemberState? Held)
{
    /// <summary>Everything that a message carries, compared with what its receiver knows now.</summary>
    public static IReadOnlyList<PayloadItem> Of(SimulatedCluster cluster, in Flight flight, in Message message)
    {
        var items = new List<PayloadItem>();
        var receiver = cluster.Node(flight.To);
        if (message.CarriesValue)
        {
            var held = receiver.Store.Current;
            var isNew = message.Value.Generation > held.Generation
                || (message.Value.Generation == held.Generation && message.Value != held);
            items.Add(new PayloadItem(message.Value, default, isNew ? PayloadNews.New : PayloadNews.Known, null));
        }

        foreach (var update in message.Updates.Items)
        {
            items.Add(Compare(receiver, update));
        }

        return items;
    }

    private static PayloadItem Compare(Core.Nodes.GossipNode receiver, in MemberUpdate update)
    {
        if (receiver.Swim is not { } swim)
        {
            return new PayloadItem(null, update, PayloadNews.Known, null);
        }

        if (update.Subject == receiver.Id)
        {
            var isFalse = update.State != MemberState.Alive && update.Incarnation >= swim.Incarnation;
            return new PayloadItem(
                null, update, isFalse ? PayloadNews.Refuted : PayloadNews.Known, MemberState.Alive);
        }

        return swim.TryFind(update.Subject, out var member)
            ? new PayloadItem(null, update, NewsOf(update, member), member.State)
            : new PayloadItem(
                null, update, update.State == MemberState.Alive ? PayloadNews.New : PayloadNews.Known, null);
    }

    // SWIM section 4.2, as memberlist has it: alive must be newer; suspect and dead also win at the same incarnation.
    private static PayloadNews NewsOf(in MemberUpdate update, in Core.Membership.Member member)
    {
        var isNewer = update.Incarnation > member.Incarnation;
        var isSame = update.Incarnation == member.Incarnation;
        return update.State switch
        {
            MemberState.Alive => isNewer ? PayloadNews.New : PayloadNews.Known,
            MemberState.Suspect when member.State == MemberState.Suspect && (isSame || isNewer) =>
                isNewer ? PayloadNews.New : PayloadNews.Confirms,
            MemberState.Suspect => (isSame || isNewer) && member.State == MemberState.Alive
                ? PayloadNews.New : PayloadNews.Known,
            _ => (isSame || isNewer) && member.State is (MemberState.Alive or MemberState.Suspect)
                ? PayloadNews.New : PayloadNews.Known,
        };
    }
}
