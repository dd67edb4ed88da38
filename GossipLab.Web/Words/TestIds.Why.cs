namespace GossipLab.Web.Words;

internal static partial class TestIds
{
    public const string Why = "why";
    public const string WhyAskPrefix = "why-ask-";
    public const string WhyGraph = "why-graph";
    public const string WhyLines = "why-lines";
    public const string WhyPath = "why-path";
    public const string WhyTruth = "why-truth";
    public const string WhyUnfold = "why-unfold";
    public const string WhyNot = "why-not";
    public const string WhyOtherPrefix = "why-other-";
    public const string WhyClose = "why-close";
    public const string WhatIf = "what-if";
    public const string WhatIfStatus = "what-if-status";
    public const string WhatIfStop = "what-if-stop";
    public const string WhatIfMore = "what-if-more";
    public const string WhatIfFlip = "what-if-flip";
    public const string WhatIfBranch = "what-if-branch";
}
