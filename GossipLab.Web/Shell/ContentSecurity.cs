using System.Security.Cryptography;
using GossipLab.Web.Words;

namespace GossipLab.Web.Shell;

/// <summary>
/// What a page may load: from this server only. The import map is the one script inside a page, so it carries a number
/// used once; styles inside a page are MudBlazor's. Other sites may show the page for slides within theirs, and no
/// other: it plays a run of its own and can do nothing else.
/// </summary>
internal sealed class ContentSecurity
{
    /// <summary>The number that lets this response's import map run.</summary>
    public string Nonce { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    private string PolicyFor(bool isEmbed) => string.Join("; ",
        "default-src 'self'",
        $"script-src 'self' 'nonce-{Nonce}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        isEmbed ? "frame-ancestors *" : "frame-ancestors 'none'");

    /// <summary>Puts the headers on, as late as possible: the page for faults starts from a cleared response.</summary>
    public static Task Guard(HttpContext context, RequestDelegate next)
    {
        // Of the path that was asked for: the pages for faults are rendered under a path of their own.
        var isEmbed = context.Request.Path == PageRoutes.Embed;
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy =
                context.RequestServices.GetRequiredService<ContentSecurity>().PolicyFor(isEmbed);
            if (isEmbed)
            {
                // Antiforgery sets it for every page; it knows no «everybody», which the policy above says.
                headers.Remove("X-Frame-Options");
            }

            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
