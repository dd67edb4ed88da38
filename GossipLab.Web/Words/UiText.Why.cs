namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Why
    {
        public const string Ask = "Why?";
        public const string AskHint = "Why is it so? (w)";
        public const string Event = "Why did this happen?";
        public const string Message = "Why was this message sent, and what became of it?";
        public const string Nothing =
            "Nothing that this could be about is recorded any more: it lies too far back, or it never happened.";
        public const string Graph = "Causes, drawn";
        public const string GraphHint =
            "Causes on the left lead to what was asked about on the right; the list says the same";
        public const string ToldBy = "told by";
        public const string Others = "Ask also";
        public const string Unfold = "Draw all causes";
        public const string Fold = "Draw the nearest causes only";
        public const string AllOf = "because of all of these:";
        public const string WasFalse = "The verdict was wrong.";
        public const string WasTrue = "The verdict was right.";
        public const string Cut = "The answer is as long as answers may be; what lies farther back is left out.";
        public const string WhatIf = "What would have changed it";
        public const string Verified = "verified by re-run";
        public const string Branch = "Open as branch";
        public const string BranchHint = "Opens a branch of this run in which only this is different";
        public const string OpenRun = "Open as a run";
        public const string Stop = "Stop";
        public const string GoOn = "Continue";
        public const string NothingToTry = "Nothing to try: no message, act or setting stands in the answer.";
        public const string Model = "model";
        public const string StillOpen = " (it may still arrive)";
        public const string Close = "Close";

        public static string AskOf(string what) => $"Why? {what}";

        public static string Belief(string node, string subject) => $"Why does {node} believe this of {subject}?";

        public static string Value(string node) => $"Why does {node} hold this value?";

        public static string NotInformed(string node) => $"Why does {node} not know the newest value yet?";

        public static string NotDead(string node, string subject) => $"Why does {node} not take {subject} for dead?";

        public static string NotCleared(string node, string subject) =>
            $"Why does {node} not believe {subject}'s refutation?";

        public static string AskedAt(string moment) => $"Asked at {moment}. The run is played again beside the lab.";

        public static string Playing(string share) => $"Playing the run again: {share}";

        public static string Path(string path) => $"The news went {path}.";

        public static string Truth(string moment, string truth) => $"Truth at {moment}: {truth}.";

        public static string Since(string line) => $"Since then: {line}.";

        public static string Tried(string tried, string all, string flips) =>
            $"{tried} of {all} changes tried, one at a time; {flips} would have changed it.";

        public static string NoChange(string count) => $"{count} would have changed nothing";

        public static string NoneSoFar(string chance) => $"The chance that none has succeeded so far is {chance}.";

        public static string Opportunities(string count) => $"What might have brought it about ({count})";
    }
}
