namespace GossipLab.Web.Features.Lessons;

/// <summary>What an audience reads of a step.</summary>
/// <param name="Index">Which step, from 0.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">What to know before the question.</param>
/// <param name="Question">The question.</param>
public sealed record LessonSlide(int Index, string Title, string Text, string Question)
{
    /// <summary>The sentences to choose from or to put in order; empty for other questions.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Whether it is asked, runs, or is answered.</summary>
    public LessonPhase Phase { get; init; }

    /// <summary>What this run answers; shown once the run is over.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Why; shown once the run is over.</summary>
    public string Explanation { get; init; } = "";
}
