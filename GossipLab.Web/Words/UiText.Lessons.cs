namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Lessons
    {
        public const string Name = "Learn";
        public const string All = "All lessons";
        public const string Title = "Learn gossip by predicting it";
        public const string Intro =
            "Each lesson asks you first, then runs a cluster beside you, and tells you why it went as it did. A wrong "
            + "guess costs nothing, and every answer is read from the run.";
        public const string Steps = "Steps of this lesson";
        public const string Step = "Step";
        public const string ChooseNode = "node…";
        public const string Check = "Check";
        public const string NoIdea = "I have no idea";
        public const string Running = "The cluster runs…";
        public const string Skip = "Skip to the end";
        public const string Next = "Next step";
        public const string Finish = "Back to the lessons";
        public const string Keep = "What to keep:";
        public const string Up = "Move up";
        public const string Outcome = "Your answer and the run's";
        public const string You = "You";
        public const string ThisRun = "This run";
        public const string Band = "90 % of other seeds";
        public const string Counting = "counting…";
        public const string Why = "Why?";
        public const string Try = "Try it yourself";
        public const string AsBefore = "as before";
        public const string Changed =
            "You changed the run on the stage. The figures here are of the run as the lesson has it.";
        public const string NumberWanted = "Write a number, for example 8. Or say that you have no idea.";
        public const string CurveWanted = "Draw your curve. Or say that you have no idea.";
        public const string AnswerWanted = "Choose an answer. Or say that you have no idea.";
        public const string NoIdeaVerdict = "Fair enough. Here is what happened.";
        public const string Exact = "Exactly.";
        public const string Within = "Right: close enough to this run.";
        public const string InBand = "Right thinking: this run came out otherwise, but many do as you said.";
        public const string Close = "Close, though few runs come out so.";
        public const string Surprised = "Surprised? Look at what happened.";
        public const string OtherNode = "It was another one in this run. Nobody could have known.";
        public const string Waiting = "Not in this run. Other seeds are being counted.";
        public const string Progress = "Steps answered";
        public const string Forget = "Forget my progress";
        public const string NotThere = "There is no such lesson";
        public const string NotThereText = "The link may be old or mistyped.";
        public const string Broken = "These files could not be used";
        public const string Sheet = "Lesson";
        public const string Shaded = "shaded, at each point";
        public const string CurveRight = "Right: your curve is one that such runs draw.";
        public const string EmptyCurve = "An empty grid for the curve";

        public static string CurveInside(int inside, int all) =>
            $"{inside} of your {all} points lie where 90 % of runs do. Compare the shapes.";

        public static string CurveSaid(string heights) => $"This run's curve: {heights}";

        public static string PointName(string name, string along) => $"{along}: {name}";

        public static string StepName(int number, string title) => $"Step {number}: {title}";

        public static string OtherSeeds(int count) => $"{count} other seeds";

        public static string BandOf(string low, string high) =>
            low == high ? $"{low} in 90 % of runs" : $"{low} to {high} in 90 % of runs";

        public static string SameIn(string percent) => $"the same in {percent} % of runs";

        public static string Meta(int minutes, int steps, int done) =>
            done >= steps ? $"{minutes} min · all {steps} steps answered" : $"{minutes} min · {done} of {steps} steps";
    }
}
