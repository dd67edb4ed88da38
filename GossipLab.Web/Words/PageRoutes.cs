namespace GossipLab.Web.Words;

/// <summary>The addresses of pages and endpoints.</summary>
internal static class PageRoutes
{
    public const string Home = "/";
    public const string Lab = "/lab";
    public const string Real = "/real";
    public const string Error = "/error";
    public const string NotFound = "/not-found";
    public const string Health = "/healthz";
}
