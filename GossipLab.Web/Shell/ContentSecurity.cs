using System.Security.Cryptography;

namespace GossipLab.Web.Shell;

/// <summary>
/// What a page may load: from this server only. The import map is the one script inside a page, so it carries a number
/// used once; styles inside a page are MudBlazor's.
/// </summary>
internal sealed class ContentSecurity
{
    /// <summary>The number that lets this response's import map run.</summary>
    public string Nonce { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    private string Policy => string.Join("; ",
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
        "frame-ancestors 'none'");

    /// <summary>Puts the headers on, as late as possible: the page for faults starts from a cleared response.</summary>
    public static Task Guard(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.RequestServices.GetRequiredService<ContentSecurity>().Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
