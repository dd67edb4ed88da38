using GossipLab.Core.Hosting;
using GossipLab.Core.Protocol;
using GossipLab.Core.Wire;
using GossipLab.Node.Security;
using GossipLab.Node.Transport;

namespace GossipLab.Node.Api;

/// <summary>The numbers of one node.</summary>
public static class NodeMetrics
{
    /// <summary>All of them.</summary>
    /// <param name="host">The node.</param>
    /// <param name="transport">Its transport.</param>
    /// <param name="gate">Its gate.</param>
    public static IReadOnlyList<NodeMetric> Of(NodeHost host, TransportCounters transport, RequestGate gate)
    {
        var counters = host.Counters;
        return
        [
            One("gossiplab_value_generation", "The generation of the value.", false, () => host.Value.Generation),
            Each<MemberState>("gossiplab_members", "Members by what is believed of them.", "state",
                state => counters.MembersIn(state), false),
            Each<MessageKind>("gossiplab_messages_sent_total", "Messages sent.", "kind", kind => counters.SentOf(kind)),
            Each<MessageKind>("gossiplab_messages_received_total", "Messages taken.", "kind",
                kind => counters.ReceivedOf(kind)),
            Each<WireFault>("gossiplab_messages_refused_total", "Messages refused.", "reason",
                fault => counters.RefusedFor(fault)),
            One("gossiplab_bytes_sent_total", "Bytes of messages sent.", true, () => counters.BytesSent),
            One("gossiplab_bytes_received_total", "Bytes of messages taken.", true, () => counters.BytesReceived),
            One("gossiplab_sets_total", "Sets by clients.", true, () => counters.Sets),
            One("gossiplab_overflows_total", "Messages that found no room.", true, () => counters.Overflows),
            One("gossiplab_waiting", "Inputs that wait.", false, () => host.Waiting),
            One("gossiplab_store_failures_total", "States the disk did not keep.", true, () => counters.StoreFailures),
            One("gossiplab_unaddressed_total", "Messages to nobody's address.", true, () => counters.Unaddressed),
            One("gossiplab_unauthorized_total", "Requests without a good signature.", true, () => gate.Refused),
            One("gossiplab_posts_taken_total", "Posts taken by their receiver.", true, () => transport.Taken),
            One("gossiplab_posts_refused_total", "Posts refused by their receiver.", true, () => transport.Refused),
            One("gossiplab_posts_lost_total", "Posts without an answer.", true, () => transport.Lost),
            One("gossiplab_posts_dropped_total", "Posts that found no room.", true, () => transport.Dropped),
        ];
    }

    private static NodeMetric One(string name, string help, bool isCounter, Func<double> read) =>
        new(name, help, isCounter, () => [("", "", read())]);

    private static NodeMetric Each<T>(
        string name, string help, string label, Func<T, double> read, bool isCounter = true)
        where T : struct, Enum =>
        new(name, help, isCounter, () => Enum.GetValues<T>().Select(one =>
            (label, one.ToString().ToLowerInvariant(), read(one))));
}
