using GossipLab.Core.Simulation;
using GossipLab.Web.Expressions;

namespace GossipLab.Web.Lessons;

/// <summary>A lesson: steps of predicting, running, comparing, explaining and trying.</summary>
public sealed record Lesson
{
    /// <summary>Its word in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Its place among the lessons.</summary>
    public required int Number { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What one knows afterwards, in a sentence.</summary>
    public required string Goal { get; init; }

    /// <summary>How long it takes.</summary>
    public required int Minutes { get; init; }

    /// <summary>What to keep.</summary>
    public required string Takeaway { get; init; }

    /// <summary>Its steps.</summary>
    public required IReadOnlyList<LessonStep> Steps { get; init; }
}

/// <summary>One step.</summary>
public sealed record LessonStep
{
    /// <summary>Where it begins in its file.</summary>
    public required int Line { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What to know before the question; at most 60 words.</summary>
    public required Phrase Text { get; init; }

    /// <summary>The run.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Where the run stops.</summary>
    public required Expression Until { get; init; }

    /// <summary>How long it may take until then, in virtual time.</summary>
    public required TimeSpan AtMost { get; init; }

    /// <summary>What is asked.</summary>
    public required LessonQuestion Question { get; init; }

    /// <summary>Why it is so.</summary>
    public required Phrase Explanation { get; init; }

    /// <summary>What can be changed, to be asked again.</summary>
    public IReadOnlyList<LessonTry> Tries { get; init; } = [];
}

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>By a number.</summary>
    Number,

    /// <summary>By one of some sentences.</summary>
    Choice,

    /// <summary>By pointing at a node.</summary>
    Node,

    /// <summary>By putting sentences in the order of time.</summary>
    Order,

    /// <summary>By drawing a curve over some points.</summary>
    Curve,
}

/// <summary>A question whose answer is read from the finished run.</summary>
public sealed record LessonQuestion
{
    /// <summary>How it is answered.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>What is asked.</summary>
    public required Phrase Text { get; init; }

    /// <summary>The answer, for a number or a node.</summary>
    public Expression? Answer { get; init; }

    /// <summary>How far off a number may be and still be right; 0 where nothing is said.</summary>
    public Expression? Tolerance { get; init; }

    /// <summary>What the number counts.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Numbers that one comes to by a wrong model, and which.</summary>
    public IReadOnlyList<LessonOption> Models { get; init; } = [];

    /// <summary>How high a curve can be drawn; only of a curve.</summary>
    public Expression? Most { get; init; }

    /// <summary>What a curve's points count from left to right; only of a curve.</summary>
    public string Along { get; init; } = "";

    /// <summary>
    /// The sentences to choose from, or to put in order by their moments; a curve's points, by their names and heights.
    /// </summary>
    public IReadOnlyList<LessonOption> Options { get; init; } = [];
}

/// <summary>A sentence and what the run says of it: whether it is so, when it happened, or a number.</summary>
public sealed record LessonOption(Phrase Text, Expression Asks);

/// <summary>A change to try.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Scenario">The run with it.</param>
public sealed record LessonTry(string Text, Scenario Scenario);
