using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Labs;

/// <summary>Says what just happened in one plain sentence, with node names as subjects.</summary>
public sealed class Captioner
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.2);

    // After a jump over a long span the latest thing is told, not the command at its beginning.
    private static readonly TimeSpan StaysNews = TimeSpan.FromSeconds(1);
    private TimeSpan _shownAt = TimeSpan.MinValue;
    private bool _saidConverged;
    private Generation _generation = Generation.Zero;

    /// <summary>The sentence.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The node it is about.</summary>
    public NodeId? Node { get; private set; }

    /// <summary>The run stands elsewhere: what was said before is no news there.</summary>
    public void Forget(LabRun run)
    {
        (Text, Node) = ("", null);
        _generation = run.Cluster.Census.Newest;
        _saidConverged = run.Curve.InformedAt is not null;
        _shownAt = TimeSpan.MinValue;
        run.Watch.Clear();
    }

    /// <summary>Looks at what happened since the last caption.</summary>
    /// <param name="run">The run.</param>
    /// <param name="wall">The time on the wall, from any beginning.</param>
    /// <param name="now">Whether a caption may follow the last one at once: after a step.</param>
    public void Update(LabRun run, TimeSpan wall, bool now)
    {
        if (!now && _shownAt != TimeSpan.MinValue && wall - _shownAt < Pause && run.Watch.Command is null)
        {
            return;
        }

        if (Compose(run) is var (text, node))
        {
            Text = text;
            Node = node.IsSomebody ? node : null;
            _shownAt = wall;
            run.Watch.Clear();
        }
    }

    private (string Text, NodeId Node)? Compose(LabRun run)
    {
        var census = run.Cluster.Census;
        if (census.Newest != _generation)
        {
            _generation = census.Newest;
            _saidConverged = false;
        }

        var watch = run.Watch;
        var isFresh = run.Cluster.Now - watch.CommandAt < StaysNews || (watch.Report is null && watch.Learned == 0);
        if (watch.Command is { } command && isFresh)
        {
            return (NewsText.Of(command), CommandFaults.NodeOf(command));
        }

        if (!_saidConverged && run.Curve.InformedAt is not null && run.IsConverged)
        {
            _saidConverged = true;
            return (Converged(run), NodeId.None);
        }

        if (watch.Report is { } report && NewsText.Of(report.Node, report.What) is { } text)
        {
            return (text, report.Node);
        }

        return watch.Learned switch
        {
            0 => null,
            1 => ($"{watch.LastLearner} learns {watch.LastValue}.", watch.LastLearner),
            _ => (
                $"{watch.Learned} nodes learn {watch.LastValue}; {run.InformedShown} of {census.Running} know it.",
                watch.LastLearner),
        };
    }

    private static string Converged(LabRun run)
    {
        var options = run.Options.Node.Dissemination;
        var rounds = run.Curve.Rounds(options.Interval, options.Phase == Core.Dissemination.TickPhase.LockStep);
        var value = run.Cluster.Census.Values is [var only, ..] ? only.Value : 0;
        return FormattableString.Invariant(
            $"All {run.Cluster.Census.Running} know {value}: {rounds} rounds, {run.Curve.Messages} messages.");
    }
}
