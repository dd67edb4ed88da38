using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using Timer = GossipLab.Core.Protocol.Timer;

namespace GossipLab.Tests.TestKit;

/// <summary>What was done in turns that a test gave, as plain lists.</summary>
internal sealed class Recording
{
    /// <summary>Something that is done in a turn.</summary>
    public delegate void Act(in Turn<RecordingEffects> turn);

    public List<Sending> Sent { get; } = [];

    public List<(TimeSpan Delay, Timer Timer)> Timers { get; } = [];

    public List<NodeEvent> Reports { get; } = [];

    public Rule[] Rules => [.. Reports.Select(report => report.Rule)];

    /// <summary>Gives a node a turn and records into these lists.</summary>
    public void Turn(NodeId self, Instant now, Act act)
    {
        var effects = new RecordingEffects(Sent, Timers, Reports);
        act(new Turn<RecordingEffects>(self, now, new Dice(1, self.Index), ref effects));
    }
}
