using GossipLab.Web.Lessons;

namespace GossipLab.Tests.Web.Lessons;

/// <summary>Files that are not lessons are refused with line and reason, within bounds.</summary>
public sealed class LessonReaderTests
{
    private const string Sound =
        """
        slug: small
        number: 1
        title: Small
        goal: To be small.
        minutes: 1
        takeaway: It was small.
        scenario:
          nodes: 8
          dissemination: { mode: push, fanOut: 2, intervalMs: 1000, phase: lock-step }
          membership: { kind: static }
          commands:
            - { atMs: 100, do: set-value, node: 0, value: 7 }
        steps:
          - title: One
            text: There are {nodes} nodes.
            until: share == 1
            at_most: 60
            ask:
              kind: number
              text: How many know?
              answer: informed
            explain: All {informed}.
        """;

    [Fact]
    public void A_small_lesson_is_sound() => Assert.Empty(LessonShelf.Check(Sound, out _));

    [Theory]
    [InlineData("slug: small", "slug: Not A Slug", 1, "slug is 1 to 40 small letters and hyphens")]
    [InlineData("goal:", "gaol:", 4, "«gaol» is not one of slug, number, title, goal, minutes")]
    [InlineData("minutes: 1", "minutes: many", 5, "minutes is a whole number from 1 to 60")]
    [InlineData("nodes: 8", "nodes: 0", 8, "scenario nodes: ")]
    [InlineData("fanOut: 2", "fanOut: 99", 9, "scenario dissemination.fanOut: ")]
    [InlineData("do: set-value", "do: set-fire", 12, "scenario commands[0].do: ")]
    [InlineData("{nodes} nodes", "{nods} nodes", 15, "text: in «{nods}», column 1: nothing is called «nods»")]
    [InlineData("share == 1", "share = 1", 16, "until, column 1: nothing can be changed from here")]
    [InlineData("at_most: 60", "at_most: 99999", 17, "at_most is a whole number from 1 to 3,600")]
    [InlineData("kind: number", "kind: riddle", 19, "kind is one of number, choice, node, order, curve")]
    [InlineData("kind: number", "kind: curve", 19, "options: 3 to 12 of them")]
    [InlineData("kind: number", "kind: curve", 19, "most is missing")]
    [InlineData("kind: number", "kind: curve", 19, "along is missing")]
    [InlineData("answer: informed", "answer: belief(n0, n1)", 21, "answer, column 1: this is a text in quotes")]
    [InlineData("share == 1", "informed > nodes", 14, "step 1: «informed > nodes» does not come true within 60 s")]
    [InlineData("answer: informed", "answer: detection_time(n3)", 14, "step 1: the run has no answer")]
    [InlineData("slug: small", "slug: small\nslug: again", 2, "«slug» stands here twice")]
    [InlineData("title: Small", "title: &a Small", 3, "an alias")]
    public void A_fault_has_its_line_and_reason(string right, string wrong, int line, string reason)
    {
        if (reason == "an alias")
        {
            (wrong, reason) = ("title: *a", "aliases");
        }

        var faults = LessonShelf.Check(Sound.Replace(right, wrong, StringComparison.Ordinal), out var lesson);

        Assert.Null(lesson);
        Assert.Contains(faults, fault =>
            fault.Line == line && fault.Reason.StartsWith(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nodes", null)]
    [InlineData("0 * nodes", "step 1: most, how high the curve can be, is above 0 and up to 1,000,000")]
    [InlineData("detection_time(n3)", "step 1: n3 never went down")]
    public void A_curve_has_points_and_a_height(string most, string? reason)
    {
        var curve = Sound.Replace("kind: number", "kind: curve", StringComparison.Ordinal)
            .Replace("      answer: informed", $$"""
                      most: {{most}}
                      along: rounds
                      options:
                        - { text: "1", when: informed_after(1) }
                        - { text: "2", when: informed_after(2) }
                        - { text: "3", when: informed_after(3) }
                """, StringComparison.Ordinal);

        Assert.Equal(reason, LessonShelf.Check(curve, out _).SingleOrDefault()?.Reason);
    }

    [Fact]
    public void More_than_sixty_words_before_a_question_are_refused()
    {
        var long61 = string.Join(' ', Enumerable.Repeat("word", 61));

        var faults = LessonShelf.Check(Sound.Replace("There are {nodes} nodes.", long61, StringComparison.Ordinal),
            out _);

        Assert.Equal("line 15: text has 61 words; at most 60", faults.Single().ToString());
    }

    [Fact]
    public void A_file_of_ten_megabytes_is_refused_unread() => Assert.Equal(
        "line 1: a lesson has at most 200,000 characters; this has 10,000,000",
        LessonShelf.Check(new string('a', 10_000_000), out _).Single().ToString());

    [Fact]
    public void Depth_is_limited()
    {
        var deep = new string('[', 500) + new string(']', 500);

        Assert.Equal("parts are nested at most 12 deep", LessonShelf.Check(deep, out _).Single().Reason);
    }

    [Fact]
    public void A_run_that_never_ends_is_given_up_within_its_bounds()
    {
        var endless = Sound.Replace("share == 1", "now < 0", StringComparison.Ordinal)
            .Replace("at_most: 60", "at_most: 3600", StringComparison.Ordinal)
            .Replace("nodes: 8", "nodes: 5000", StringComparison.Ordinal);

        var faults = LessonShelf.Check(endless, out var lesson);

        Assert.Null(lesson);
        Assert.StartsWith("step 1: ", faults.Single().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_yaml_is_refused_with_its_line() =>
        Assert.Equal(2, LessonShelf.Check("slug: a\n  - b: [", out _).Single().Line);

    [Fact]
    public void Another_fan_out_changes_every_answer_with_no_other_edit()
    {
        var one = LessonShelf.Check(Sound.Replace("share == 1", "now >= 1.5", StringComparison.Ordinal), out var two);
        var other = LessonShelf.Check(Sound.Replace("share == 1", "now >= 1.5", StringComparison.Ordinal)
            .Replace("fanOut: 2", "fanOut: 3", StringComparison.Ordinal), out var three);

        Assert.Equal((0, 0), (one.Count, other.Count));
        Assert.Equal((3.0, 4.0), (AnswerOf(two!), AnswerOf(three!)));
    }

    private static double? AnswerOf(Lesson lesson) => LessonAnswer.Find(lesson.Steps[0].Question,
        LessonRun.Play(lesson.Steps[0], lesson.Steps[0].Scenario, new GossipLab.Web.Expressions.Evaluator()));
}
