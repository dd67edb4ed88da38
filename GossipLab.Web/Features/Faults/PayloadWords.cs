using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Faults;

/// <summary>What a message carries and why it was sent, in plain words.</summary>
internal static class PayloadWords
{
    /// <summary>What a piece of news would be to the receiver.</summary>
    public static string Of(PayloadItem item) => item.News switch
    {
        PayloadNews.New => UiText.Messages.New(item.Held is { } held ? HeldText(held) : null),
        PayloadNews.Confirms => UiText.Messages.Confirms,
        PayloadNews.Refuted => UiText.Messages.Refuted,
        _ => UiText.Messages.Known,
    };

    /// <summary>What made the sender send it.</summary>
    /// <param name="sent">The send.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="cause">The number of the event that caused it.</param>
    public static string CauseOf(in TraceStamp sent, string sender, string cause) => sent.CauseKind switch
    {
        CauseKind.Timer => UiText.Messages.ByTimer(sender, TimerText(sent.Timer)),
        CauseKind.Message => UiText.Messages.ByMessage(sender, cause),
        CauseKind.Command => UiText.Messages.ByCommand(cause),
        _ => UiText.Messages.ByStart(sender),
    };

    private static string HeldText(MemberState state) => state switch
    {
        MemberState.Alive => UiText.Matrix.Alive,
        MemberState.Suspect => UiText.Matrix.Suspect,
        MemberState.Dead => UiText.Matrix.Dead,
        _ => UiText.Matrix.Left,
    };

    private static string TimerText(TimerKind timer) => timer switch
    {
        TimerKind.ValueTick => "round of spreading the value",
        TimerKind.ProbeTick => "next probe",
        TimerKind.ProbeTimeout => "end of waiting for a direct ping",
        TimerKind.ProbeDeadline => "end of a probe",
        TimerKind.RelayTimeout => "end of waiting as a helper",
        TimerKind.Suspicion => "end of a suspicion",
        TimerKind.GossipTick => "round of gossip about members",
        TimerKind.SyncTick => "next full sync",
        TimerKind.ReconnectTick => "next try to reach the dead",
        TimerKind.JoinRetry => "next try to join",
        TimerKind.LeaveTimeout => "end of its leave",
        TimerKind.QuorumTimeout => "end of waiting for a majority",
        _ => "next heartbeat",
    };
}
