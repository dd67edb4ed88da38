using GossipLab.Tests.TestKit;
using GossipLab.Web.Lessons;

namespace GossipLab.Tests.House;

/// <summary>docs/LESSONS.md shows a lesson that can be used.</summary>
public sealed class LessonDocumentTests
{
    [Fact]
    public void The_example_is_a_lesson()
    {
        var example = Repository.Read("docs",
            "LESSONS.md").ReplaceLineEndings("\n").Split("```yaml\n")[1].Split("```")[0];

        Faults.AssertNone(LessonShelf.Check(example, out _).Select(fault => fault.ToString()));
    }
}
