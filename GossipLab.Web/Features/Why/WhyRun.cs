using System.Diagnostics;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Causes;

namespace GossipLab.Web.Features.Why;

/// <summary>How far an answer is.</summary>
public enum WhyStage
{
    /// <summary>The run is played again.</summary>
    Playing,

    /// <summary>There is an answer.</summary>
    Answered,

    /// <summary>Nothing is recorded that the question could be about.</summary>
    Nothing,
}

/// <summary>
/// One question and its answer: the run is played again beside the lab, on a thread of its own, and so are the runs in
/// which something goes otherwise. Ends when it is disposed.
/// </summary>
public sealed class WhyRun : IDisposable
{
    /// <summary>How long changes are tried before somebody is asked whether to go on.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Chunk = TimeSpan.FromMilliseconds(200);

    private readonly Action _changed;
    private readonly Inquiry _inquiry;
    private CounterfactualSearch? _search;
    private volatile bool _isStopped;
    private volatile bool _isGone;

    /// <summary>Prepares the question; nothing is played yet.</summary>
    public WhyRun(WhyMoment moment, Question question, Action changed)
    {
        (Moment, Question, _changed) = (moment, question, changed);
        _inquiry = new Inquiry(moment.Scenario, question, moment.At, moment.Event);
    }

    /// <summary>Of which moment it is asked.</summary>
    public WhyMoment Moment { get; }

    /// <summary>What is asked.</summary>
    public Question Question { get; }

    /// <summary>How far the answer is.</summary>
    public WhyStage Stage { get; private set; }

    /// <summary>The share of the run that has been played again.</summary>
    public double Progress { get; private set; }

    /// <summary>The answer; null before it is there.</summary>
    public CauseGraph? Graph { get; private set; }

    /// <summary>Why it has not come about yet; null where nothing is asked about that has not.</summary>
    public WhyNotAnswer? WhyNot { get; private set; }

    /// <summary>What has been tried.</summary>
    public IReadOnlyList<Counterfactual> Results { get; private set; } = [];

    /// <summary>How much there is to try.</summary>
    public int Candidates => _search?.Candidates.Count ?? 0;

    /// <summary>Whether something is being tried now.</summary>
    public bool IsSearching { get; private set; }

    /// <summary>Plays, answers, and tries changes for as long as the budget lasts.</summary>
    public async Task AnswerAsync()
    {
        while (!await Task.Run(() => _inquiry.Play(For(Chunk))))
        {
            if (_isGone)
            {
                return;
            }

            Progress = _inquiry.Progress;
            _changed();
        }

        (Graph, WhyNot) = await Task.Run(() => (_inquiry.Explain(), _inquiry.ExplainNot()));
        Stage = Graph is null && WhyNot is null ? WhyStage.Nothing : WhyStage.Answered;
        _changed();
        if (Stage == WhyStage.Answered && Question.Kind is not (QuestionKind.Message or QuestionKind.Event))
        {
            _search = await Task.Run(() => new CounterfactualSearch(_inquiry, Graph, WhyNot));
            await SearchAsync();
        }
    }

    /// <summary>Tries changes for as long as the budget lasts.</summary>
    public async Task SearchAsync()
    {
        if (IsSearching || _search is not { IsDone: false } search)
        {
            return;
        }

        (IsSearching, _isStopped) = (true, false);
        var start = Stopwatch.GetTimestamp();
        while (!await Task.Run(() => search.Continue(For(Chunk)))
            && !_isStopped && !_isGone && Stopwatch.GetElapsedTime(start) < Budget)
        {
            Results = [.. search.Results];
            _changed();
        }

        Results = [.. search.Results];
        IsSearching = false;
        _changed();
    }

    /// <summary>Ends trying for now.</summary>
    public void Stop() => _isStopped = true;

    /// <inheritdoc/>
    public void Dispose() => _isGone = true;

    private Func<bool> For(TimeSpan span)
    {
        var start = Stopwatch.GetTimestamp();
        return () => !_isGone && Stopwatch.GetElapsedTime(start) < span;
    }
}

/// <summary>The moment of a run that a question is asked of.</summary>
/// <param name="Scenario">The run, as it goes in its lane.</param>
/// <param name="Lane">The lane.</param>
/// <param name="At">The moment.</param>
/// <param name="Event">How many events there were by then.</param>
public sealed record WhyMoment(Scenario Scenario, int Lane, Instant At, long Event);
