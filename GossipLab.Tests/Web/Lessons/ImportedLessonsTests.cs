using GossipLab.Tests.TestKit;
using GossipLab.Web.Lessons;

namespace GossipLab.Tests.Web.Lessons;

/// <summary>Lessons that visitors bring.</summary>
public sealed class ImportedLessonsTests
{
    private static readonly string Example = Repository.Read("docs", "LESSONS.md").ReplaceLineEndings("\n")
        .Split("```yaml\n")[1].Split("```")[0];

    [Fact]
    public void A_sound_file_is_a_lesson_under_an_address_of_its_own()
    {
        var imported = new ImportedLessons(TimeProvider.System);

        Faults.AssertNone(imported.Import(Example, out var lesson).Select(fault => fault.ToString()));
        imported.Import(Example, out var again);

        Assert.StartsWith("own-", lesson?.Slug);
        Assert.Same(lesson, imported.Find(lesson?.Slug ?? ""));
        Assert.Same(lesson, again);
        Assert.Equal(1, imported.Count);
    }

    [Theory]
    [InlineData("minutes: 3", "minuets: 3", 5, "«minuets» is not one of")]
    [InlineData("answer: rounds_to(1)", "answer: rounds_too(1)", 22, "rounds_too")]
    [InlineData("answer: rounds_to(1)", "answer: \"while(true){}\"", 22, "answer")]
    [InlineData("until: share == 1", "until: share == 2", 15, "does not come true")]
    [InlineData("nodes: 32", "nodes: 20000", 15, "at most 1,024")]
    public void A_file_with_a_fault_is_refused_with_its_line_and_changes_nothing(
        string sound, string wrong, int line, string reason)
    {
        var imported = new ImportedLessons(TimeProvider.System);

        var faults = imported.Import(Example.Replace(sound, wrong, StringComparison.Ordinal), out var lesson);

        Assert.Null(lesson);
        Assert.Equal(0, imported.Count);
        Assert.Contains(faults, fault => fault.Line == line && fault.Reason.Contains(reason));
    }

    [Fact]
    public void A_run_that_never_ends_is_given_up_by_its_clock()
    {
        var endless = Example.Replace("until: share == 1", "until: share == 2", StringComparison.Ordinal);

        var faults = new ImportedLessons(new HastyClock()).Import(endless, out _);

        Assert.Contains("too long", Assert.Single(faults).Reason);
    }

    [Fact]
    public void Ten_megabytes_are_refused_unread()
    {
        var faults = new ImportedLessons(TimeProvider.System).Import(new string('a', 10_000_000), out var lesson);

        Assert.Null(lesson);
        Assert.Contains("at most 200,000 characters", Assert.Single(faults).Reason);
        Assert.Contains("10,000,000", ImportedLessons.TooLarge(10_000_000).Reason);
    }

    [Fact]
    public void The_lesson_brought_first_makes_room()
    {
        var imported = new ImportedLessons(TimeProvider.System);
        imported.Import(Example, out var first);

        for (var index = 0; index < ImportedLessons.MostLessons; index++)
        {
            imported.Import(Example + $"# {index}\n", out _);
        }

        Assert.Equal(ImportedLessons.MostLessons, imported.Count);
        Assert.Null(imported.Find(first?.Slug ?? ""));
    }

    // A second passes each time somebody looks.
    private sealed class HastyClock : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _looks++;
    }
}
