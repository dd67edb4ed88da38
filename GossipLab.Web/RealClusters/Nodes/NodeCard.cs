using GossipLab.Core.Hosting;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>
/// Makes of what nodes say of each other by name what the dashboard knows by number. Whoever is not one of the cluster
/// is nobody here: nothing is invented.
/// </summary>
/// <param name="numberOf">The number of a name; null where there is none.</param>
internal sealed class NodeCard(Func<string, NodeId?> numberOf)
{
    /// <summary>The whole state.</summary>
    public NodeReport ReportOf(HostReport report) => new(
        new VersionedValue(report.Value.Value, new Generation(report.Value.Generation), IdOf(report.Value.Writer)),
        report.Incarnation, report.Health,
        [
            .. from member in report.Members
               let id = IdOf(member.Name)
               where id.IsSomebody
               select new MemberReport(id, member.State, member.Incarnation),
        ]);

    /// <summary>An event, and when it was.</summary>
    /// <param name="what">What the node said.</param>
    /// <param name="bornAt">The moment from which the cluster's time is counted.</param>
    public (Instant At, NodeEvent What) EventOf(HostEvent what, DateTimeOffset bornAt)
    {
        var since = (what.At - bornAt).Ticks / TimeSpan.TicksPerMicrosecond;
        return (new Instant(Math.Max(0, since)), new NodeEvent(
            what.Kind, what.Rule, IdOf(what.Subject), IdOf(what.From), what.State, what.Number, what.Value));
    }

    private NodeId IdOf(string? name) => name is null ? NodeId.None : numberOf(name) ?? NodeId.None;
}
