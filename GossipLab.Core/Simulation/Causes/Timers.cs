using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>Timers in plain words.</summary>
internal static class Timers
{
    /// <summary>The timer, for example <c>gossip interval</c>.</summary>
    public static string NameOf(TimerKind timer) => timer switch
    {
        TimerKind.ValueTick => "interval for spreading",
        TimerKind.ProbeTick => "probe interval",
        TimerKind.ProbeTimeout => "time for the direct ping",
        TimerKind.ProbeDeadline => "time for the whole probe",
        TimerKind.RelayTimeout => "time for a helper's ping",
        TimerKind.Suspicion => "suspicion",
        TimerKind.GossipTick => "gossip interval",
        TimerKind.SyncTick => "interval for full syncs",
        TimerKind.ReconnectTick => "interval for trying the dead",
        TimerKind.JoinRetry => "patience with its contact",
        TimerKind.LeaveTimeout => "time for spreading its leave",
        TimerKind.QuorumTimeout => "patience with a majority",
        _ => "heartbeat interval",
    };
}
