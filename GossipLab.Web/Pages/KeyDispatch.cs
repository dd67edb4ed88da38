using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Features.Faults;
using GossipLab.Web.Features.Keyboard;
using GossipLab.Web.Features.Playback;
using GossipLab.Web.Features.Why;
using GossipLab.Web.Labs;

namespace GossipLab.Web.Pages;

/// <summary>What each key does, said once.</summary>
internal static class KeyDispatch
{
    /// <summary>Does what a key asks for.</summary>
    public static Task DoAsync(Visit visit, KeyPress press) => press.Act switch
    {
        KeyAct.Share => visit.ShareAsync(),
        KeyAct.Help => visit.ShowKeysAsync(),
        KeyAct.Escape => LeaveAsync(visit),
        KeyAct.Wall => Show(() => visit.PlanWall(new WallDraft())),
        KeyAct.CurveTab => Show(() => visit.Show(visit.Layout.Showing(LowerTab.Curve))),
        KeyAct.Band => Show(visit.ToggleBand),
        KeyAct.TrafficTab => Show(() => visit.Show(visit.Layout.Showing(LowerTab.Traffic))),
        KeyAct.SpaceTimeTab => Show(() => visit.Show(visit.Layout.Showing(LowerTab.SpaceTime))),
        KeyAct.NodeTab => Show(() => visit.Show(visit.Layout.Showing(RightTab.Node))),
        KeyAct.LogTab => Show(() => visit.Show(visit.Layout.Showing(RightTab.Log))),
        KeyAct.MessagesTab => Show(() => visit.Show(visit.Layout.Showing(RightTab.Messages))),
        KeyAct.MatrixTab => Show(() => visit.Show(visit.Layout.Showing(RightTab.Matrix))),
        KeyAct.RulesTab => Show(() => visit.Show(visit.Layout.Showing(RightTab.Rules))),
        KeyAct.Fork => visit.ForkAsync(),
        KeyAct.Compare => visit.CompareAsync(),
        KeyAct.Why when WhyQuestion.Of(visit.Lab.View, press.Node) is { } question => visit.WhyAsync(question),
        _ => DoToNodeAsync(visit, press) ?? DoToMessageAsync(visit, press.Act) ?? GoBackAsync(visit.Lab, press.Act)
            ?? DoToTimeAsync(visit.Lab, press.Act),
    };

    private static Task? DoToNodeAsync(Visit visit, KeyPress press)
    {
        var node = press.Node ?? visit.Lab.View.Selected?.Id;
        return press.Act switch
        {
            KeyAct.Heal => visit.Desk.HealAsync(),
            KeyAct.Lens => visit.TurnLensAsync(node),
            KeyAct.SetValue => visit.Desk.DoAsync(NodeActKind.SetValue, node ?? new NodeId(0)),
            KeyAct.KillOrRestart when node is { } chosen => visit.Desk.KillOrRestartAsync(chosen, keepsDisk: true),
            KeyAct.KillOrRestartEmpty when node is { } chosen =>
                visit.Desk.KillOrRestartAsync(chosen, keepsDisk: false),
            KeyAct.PauseOrResume when node is { } chosen => visit.Desk.PauseOrResumeAsync(chosen),
            _ => null,
        };
    }

    private static Task<bool>? DoToMessageAsync(Visit visit, KeyAct act)
    {
        if (visit.Lab.View.SelectedFlight?.Flight.Id is not { } flight)
        {
            return null;
        }

        ClusterCommand? command = act switch
        {
            KeyAct.DropMessage => new DropMessage(flight),
            KeyAct.HoldMessage => new HoldMessage(flight),
            KeyAct.DeliverMessage => new DeliverMessage(flight),
            KeyAct.DuplicateMessage => new DuplicateMessage(flight),
            _ => null,
        };
        return command is null ? null : visit.Desk.PostAsync(command);
    }

    private static Task? GoBackAsync(Lab lab, KeyAct act) => act switch
    {
        KeyAct.BackEvent => lab.StepBackAsync(StepKind.Event).AsTask(),
        KeyAct.BackRound => lab.StepBackAsync(StepKind.Round).AsTask(),
        KeyAct.BackPeriod => lab.StepBackAsync(StepKind.Period).AsTask(),
        KeyAct.BackBelief => lab.StepBackAsync(StepKind.Belief).AsTask(),
        KeyAct.Live => lab.GoLiveAsync().AsTask(),
        KeyAct.Start => lab.ScrubAsync(Instant.Zero).AsTask(),
        KeyAct.Edge => lab.ScrubAsync(lab.View.Tape.Lane.Edge).AsTask(),
        _ => null,
    };

    private static Task DoToTimeAsync(Lab lab, KeyAct act) => act switch
    {
        KeyAct.Play => lab.View.IsManual ? Task.CompletedTask
            : lab.View.Status == LabStatus.Live ? lab.PauseAsync().AsTask() : lab.PlayAsync().AsTask(),
        KeyAct.StepEvent => lab.StepAsync(StepKind.Event).AsTask(),
        KeyAct.StepRound => lab.StepAsync(StepKind.Round).AsTask(),
        KeyAct.StepPeriod => lab.StepAsync(StepKind.Period).AsTask(),
        KeyAct.StepBelief => lab.StepAsync(StepKind.Belief).AsTask(),
        KeyAct.Slower => lab.SetPaceAsync(Pace.At(SpeedScale.Slower(SpeedOf(lab)))).AsTask(),
        KeyAct.Faster => lab.SetPaceAsync(Pace.At(SpeedScale.Faster(SpeedOf(lab)))).AsTask(),
        KeyAct.Watchable => lab.SetPaceAsync(Pace.Watchable).AsTask(),
        _ => Task.CompletedTask,
    };

    // From a pace that has no speed of its own, the speed it happens to have.
    private static double SpeedOf(Lab lab) => lab.View.Pace.Kind == PaceKind.Fixed
        ? lab.View.Pace.Speed : Math.Clamp(lab.View.CurrentSpeed, SpeedScale.Slowest, SpeedScale.Fastest);

    private static async Task LeaveAsync(Visit visit)
    {
        if (visit.Wall is not null)
        {
            visit.PlanWall(null);
            return;
        }

        await visit.UnselectAsync();
    }

    private static Task Show(Action show)
    {
        show();
        return Task.CompletedTask;
    }
}
