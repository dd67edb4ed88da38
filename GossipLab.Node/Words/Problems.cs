using Microsoft.AspNetCore.WebUtilities;

namespace GossipLab.Node.Words;

/// <summary>Errors as RFC 9457 wants them.</summary>
public static class Problems
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Answers with a problem.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="detail">What is wrong, and what would be right.</param>
    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        var problem = new ProblemWord("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail);
        return context.Response.WriteAsJsonAsync(
            problem, NodeJson.Default.ProblemWord, MediaType, context.RequestAborted);
    }

    /// <summary>Gives answers without a body one, and bad requests an answer without a trace.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">What comes after it.</param>
    public static async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, bad.StatusCode, bad.Message);
            return;
        }
        catch (OperationCanceledException)
        {
            // Whoever asked is gone, or the node ends.
            context.Abort();
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
        {
            await WriteAsync(context, context.Response.StatusCode, DetailOf(context.Response.StatusCode));
        }
    }

    private static string DetailOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "there is no such route; /openapi/v1.json shows all",
        StatusCodes.Status405MethodNotAllowed => "the route does not know this verb; the header Allow says which",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };
}
