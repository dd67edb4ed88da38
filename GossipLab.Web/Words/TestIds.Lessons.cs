namespace GossipLab.Web.Words;

internal static partial class TestIds
{
    public const string LessonRail = "lesson";
    public const string LessonNumber = "lesson-number";
    public const string LessonNode = "lesson-node";
    public const string LessonOptionPrefix = "lesson-option-";
    public const string LessonCheck = "lesson-check";
    public const string LessonNoIdea = "lesson-no-idea";
    public const string LessonSkip = "lesson-skip";
    public const string LessonNext = "lesson-next";
    public const string LessonTakeaway = "lesson-takeaway";
    public const string LessonOutcome = "lesson-outcome";
    public const string LessonVerdict = "lesson-verdict";
    public const string LessonGiven = "lesson-given";
    public const string LessonAnswer = "lesson-answer";
    public const string LessonBand = "lesson-band";
    public const string LessonCurve = "lesson-curve";
    public const string LessonPointPrefix = "lesson-point-";
    public const string LessonTryPrefix = "lesson-try-";
    public const string LessonCardPrefix = "lesson-card-";
    public const string LessonForget = "lesson-forget";
    public const string LessonSheet = "lesson-sheet";
    public const string LessonPrint = "lesson-print";
    public const string SheetPrint = "sheet-print";
    public const string SheetQuestions = "sheet-questions";
    public const string SheetAnswers = "sheet-answers";
    public const string OwnFile = "own-file";
    public const string OwnFaults = "own-faults";
    public const string OwnList = "own-list";
    public const string OwnForget = "own-forget";
    public const string HomeLearn = "home-learn";
}
