using System.Globalization;
using System.Text;
using GossipLab.Core.Hosting;
using GossipLab.Node.Security;
using Microsoft.AspNetCore.Http.Features;

namespace GossipLab.Node.Api;

/// <summary>
/// The article's three routes, byte for byte: any verb, Go's numbers and Go's words for what is none. It stands before
/// the routing, which would take other letter cases and other slashes for the same.
/// </summary>
/// <param name="host">The node.</param>
/// <param name="gate">Lets in who may notify.</param>
/// <param name="isAlone">Whether there are no other routes, so that what is none of its own is not found.</param>
public sealed class ArticleApi(NodeHost host, RequestGate gate, bool isAlone)
{
    private const string NotFound = "404 page not found\n";
    private const string Text = "text/plain; charset=utf-8";

    /// <summary>Answers, or passes on.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">What comes after it.</param>
    public Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var path = ArticlePath.Of(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var steps = path.Split('/');
        var isOurs = steps.Any(step => step is "get" or "set" or "notify");
        if ((isOurs || isAlone) && ArticlePath.Clean(path) is var clean && clean != path)
        {
            return Redirect(context, clean);
        }

        return steps switch
        {
            ["", "get"] => WriteAsync(context, StatusCodes.Status200OK, Number(host.Value.Value)),
            ["", "set", { Length: > 0 } value] => SetAsync(context, value),
            ["", "notify", { Length: > 0 } value, { Length: > 0 } generation] =>
                NotifyAsync(context, value, generation),
            ["", "get" or "set" or "notify", ..] => MissAsync(context),
            _ => isAlone ? MissAsync(context) : next(context),
        };
    }

    private async Task SetAsync(HttpContext context, string text)
    {
        if (GoText.Atoi(text, out var value) is { } fault)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, fault);
            return;
        }

        var outcome = await host.SetAsync(value, cancel: context.RequestAborted);
        await (outcome.Result switch
        {
            SetResult.Set => WriteAsync(context, StatusCodes.Status200OK, Number(value)),
            SetResult.NotKept => WriteAsync(
                context, StatusCodes.Status507InsufficientStorage, "the disk did not keep the value"),
            _ => WriteAsync(context, StatusCodes.Status409Conflict, "the generation is at its bound"),
        });
    }

    private async Task NotifyAsync(HttpContext context, string valueText, string generationText)
    {
        if (GoText.Atoi(valueText, out var value) is { } fault)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, fault);
        }
        else if (GoText.Atoi(generationText, out var generation) is { } other)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, other);
        }
        else if (await gate.LetsInAsync(context))
        {
            await host.OfferAsync(
                value, generation, context.Request.Query["notifier"].ToString(), context.RequestAborted);
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static Task Redirect(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)
            + context.Request.QueryString.Value;
        return Task.CompletedTask;
    }

    private static Task MissAsync(HttpContext context)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return WriteAsync(context, StatusCodes.Status404NotFound, NotFound);
    }

    private static Task WriteAsync(HttpContext context, int status, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.StatusCode = status;
        context.Response.ContentType = Text;
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, 0, bytes.Length, context.RequestAborted);
    }
}
