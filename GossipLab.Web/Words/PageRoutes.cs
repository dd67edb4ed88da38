namespace GossipLab.Web.Words;

/// <summary>The addresses of pages and endpoints.</summary>
internal static class PageRoutes
{
    public const string Home = "/";
    public const string Lab = "/lab";
    public const string Learn = "/learn";
    public const string Compare = "/compare";
    public const string Sweep = "/sweep";
    public const string Tune = "/tune";
    public const string Real = "/real";
    public const string Present = "/present";
    public const string Notes = "/present/notes";
    public const string Embed = "/embed";
    public const string Glossary = "/glossary";
    public const string Model = "/about/model";
    public const string Error = "/error";
    public const string NotFound = "/not-found";
    public const string Health = "/healthz";

    /// <summary>A lesson on paper.</summary>
    public static string Sheet(string slug) => $"{Learn}/{slug}/sheet";

    /// <summary>A sweep of this server.</summary>
    public static string SweepOf(string id) => $"{Sweep}?id={id}";

    /// <summary>A file of a sweep.</summary>
    /// <param name="id">The sweep.</param>
    /// <param name="ending">What kind of file.</param>
    public static string SweepFile(string id, string ending) => $"{Sweep}/{id}/{ending}";

    /// <summary>A search of this server.</summary>
    public static string TuneOf(string id) => $"{Tune}?id={id}";

    /// <summary>A search as a table for other programs.</summary>
    public static string TuneFile(string id) => $"{Tune}/{id}/csv";

    /// <summary>A run of a search, opened in a lab.</summary>
    /// <param name="id">The search.</param>
    /// <param name="candidate">The settings.</param>
    /// <param name="run">Which of their runs.</param>
    public static string TuneRun(string id, string candidate, string run) => $"{Tune}/{id}/run/{candidate}/{run}";

    /// <summary>A step of a lesson, shown to an audience.</summary>
    /// <param name="slug">The lesson.</param>
    /// <param name="index">The step, from 0.</param>
    public static string PresentLesson(string slug, int index) =>
        FormattableString.Invariant($"{Present}?lesson={slug}&step={index + 1}");

    /// <summary>A word of the glossary.</summary>
    public static string Term(string anchor) => $"{Glossary}#{anchor}";

    /// <summary>A step of a lesson.</summary>
    /// <param name="slug">The lesson.</param>
    /// <param name="index">The step, from 0.</param>
    public static string Step(string slug, int index) => FormattableString.Invariant($"{Learn}/{slug}/{index + 1}");
}
