using GossipLab.Core.Simulation;
using GossipLab.Web.Expressions;

namespace GossipLab.Web.Lessons;

/// <summary>What a step's question has for answers with other seeds: how much of one run's answer is chance.</summary>
/// <param name="Answers">The answers, in order; of a choice the number of the sentence that is so.</param>
/// <param name="Wanted">How many runs are asked for in all.</param>
public sealed record LessonBand(IReadOnlyList<double> Answers, int Wanted)
{
    /// <summary>How many other seeds are tried.</summary>
    public const int Seeds = 200;

    /// <summary>Nothing yet.</summary>
    public static LessonBand Empty { get; } = new([], Seeds);

    /// <summary>Of a curve, the answers at each of its points; empty for any other question.</summary>
    public IReadOnlyList<LessonBand> Points { get; init; } = [];

    /// <summary>The 5th percentile.</summary>
    public double Low => At(0.05);

    /// <summary>The median.</summary>
    public double Middle => At(0.5);

    /// <summary>The 95th percentile.</summary>
    public double High => At(0.95);

    /// <summary>Whether enough runs are over to say something.</summary>
    public bool IsTelling => Answers.Count >= 20;

    /// <summary>The share of runs with an answer.</summary>
    public double ShareOf(double answer) =>
        Answers.Count == 0 ? 0 : (double)Answers.Count(other => other == answer) / Answers.Count;

    /// <summary>Plays a step with other seeds, one run at a time.</summary>
    /// <param name="step">The step.</param>
    /// <param name="scenario">Its scenario, or one that a learner tries.</param>
    /// <param name="seeds">How many.</param>
    /// <param name="goesOn">Asked between and within runs.</param>
    /// <returns>The answers so far, after each run.</returns>
    public static IEnumerable<LessonBand> Play(LessonStep step, Scenario scenario, int seeds, Func<bool> goesOn)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var evaluator = new Evaluator();
        var answers = new List<double>(seeds);
        var points = Enumerable.Range(0, PointsOf(step.Question)).Select(_ => new List<double>(seeds)).ToList();
        for (var index = 1; index <= seeds && goesOn(); index++)
        {
            var other = scenario with { Seed = scenario.Seed + (ulong)index };
            var run = LessonRun.Play(step, other, evaluator, goesOn);
            if (run.IsReached && LessonAnswer.Find(step.Question, run) is { } answer)
            {
                Add(answers, answer);
                foreach (var (place, height) in LessonAnswer.Heights(step.Question, run).Index())
                {
                    Add(points[place], height);
                }
            }

            yield return new LessonBand([.. answers], seeds)
            {
                Points = [.. points.Select(heights => new LessonBand([.. heights], seeds))],
            };
        }
    }

    private static int PointsOf(LessonQuestion question) =>
        question.Kind == QuestionKind.Curve ? question.Options.Count : 0;

    private static void Add(List<double> sorted, double answer)
    {
        var place = sorted.BinarySearch(answer);
        sorted.Insert(place < 0 ? ~place : place, answer);
    }

    private double At(double share) => Answers.Count == 0 ? double.NaN
        : Answers[Math.Clamp((int)Math.Ceiling(share * Answers.Count) - 1, 0, Answers.Count - 1)];
}
