using CsCheck;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Membership;

/// <summary>Random things that can happen to a node, likely and unlikely ones.</summary>
internal static class AnyInput
{
    private static readonly TimerKind[] Ticks =
        [TimerKind.ProbeTick, TimerKind.GossipTick, TimerKind.SyncTick, TimerKind.ReconnectTick];

    private static readonly Gen<int> Index = Gen.Frequency((20, Gen.Int[0, 6]), (1, Gen.Int[-2, 200]), (1, Gen.Int));
    private static readonly Gen<uint> Number = Gen.Frequency(
        (20, Gen.UInt[0, 12]), (1, Gen.UInt), (1, Gen.Const(uint.MaxValue)));

    private static readonly Gen<ProtocolVersions> Versions = Gen.Frequency(
        (8, Gen.Const(ProtocolVersions.Current)), (1, Gen.Const(default(ProtocolVersions))),
        (1, Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte, (min, max, spoken) => new ProtocolVersions(min, max, spoken))));

    private static readonly Gen<string?> Text = Gen.Frequency(
        (8, Gen.Const((string?)null)), (1, Gen.String[0, 20].Select(text => (string?)text)),
        (1, Gen.Const((string?)new string('m', 600))));

    /// <summary>News that can be true: known states, members and addresses.</summary>
    public static Gen<MemberUpdate> LikelyNews { get; } = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 6], Gen.UInt[1, 9], Gen.Int[0, 6],
        (state, subject, incarnation, from) => state switch
        {
            0 => News.Alive(subject, incarnation),
            1 => News.Suspect(subject, incarnation, from),
            2 => News.Dead(subject, incarnation, from),
            _ => News.Left(subject, incarnation),
        });

    private static readonly Gen<MemberUpdate> OddNews = Gen.Select(
        Gen.Byte, Gen.Select(Index, Number), Gen.Select(Index, Gen.UInt, Gen.UShort), Gen.Select(Text, Versions),
        (state, subject, from, details) => new MemberUpdate
        {
            State = (MemberState)state,
            Subject = new NodeId(subject.Item1),
            Incarnation = new Incarnation(subject.Item2),
            From = new NodeId(from.Item1),
            Address = new NodeAddress(from.Item2, from.Item3),
            Meta = new MemberMeta(details.Item1),
            Versions = details.Item2,
        });

    private static readonly Gen<MemberUpdates> Updates =
        Gen.Frequency((3, LikelyNews), (1, OddNews)).Array[0, 6].Select(news => MemberUpdates.Of(news));

    /// <summary>Any message at all.</summary>
    public static Gen<Message> Messages { get; } = Gen.Select(Gen.Int[0, 15], Index, Number, Gen.Bool, Updates)
        .Select((kind, subject, sequence, flag, updates) => (MessageKind)kind switch
        {
            MessageKind.Ping => Message.Ping(new NodeId(subject), sequence, updates),
            MessageKind.Ack => Message.Ack(sequence, updates),
            MessageKind.PingRequest =>
                Message.PingRequest(new NodeId(subject), sequence, flag, updates),
            MessageKind.Nack => Message.Nack(sequence).Carrying(updates),
            MessageKind.SyncRequest => Message.SyncRequest(updates, flag),
            MessageKind.SyncReply => Message.SyncReply(updates, flag),
            MessageKind.StreamPing => Message.StreamPing(new NodeId(subject), sequence),
            MessageKind.StreamAck => Message.StreamAck(sequence),
            MessageKind.Heartbeat => Message.Heartbeat(sequence),
            MessageKind.Pull => Message.Pull(),
            _ => Message.Gossip(updates),
        });

    /// <summary>Something that happens to a node: mostly messages, some time, some ticks.</summary>
    public static Gen<Action<NodeRig>> Anything { get; } = Gen.Frequency(
        (12, Gen.Select(Index, Messages, (from, message) => (Action<NodeRig>)(rig => rig.Receive(from, message)))),
        (3, Gen.Int[0, 30_000].Select(time => (Action<NodeRig>)(rig => rig.Run(time)))),
        (4, Gen.Int[0, 3].Select(tick => (Action<NodeRig>)(rig => rig.Tick(Ticks[tick])))),
        (1, Index.Select(contact => (Action<NodeRig>)(rig => rig.Join(contact)))));
}
