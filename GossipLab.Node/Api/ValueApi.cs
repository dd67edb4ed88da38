using System.Globalization;
using System.Text.Json;
using GossipLab.Core.Hosting;
using GossipLab.Node.Security;
using GossipLab.Node.Words;

namespace GossipLab.Node.Api;

/// <summary>The value: read, set, and set only if nobody else did meanwhile.</summary>
/// <param name="host">The node.</param>
/// <param name="gate">Bounds the bodies.</param>
public sealed class ValueApi(NodeHost host, RequestGate gate)
{
    private const string Path = "/v1/value";

    /// <summary>Adds the routes.</summary>
    /// <param name="routes">Where to.</param>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (Delegate)ReadAsync).WithName("GetValue").WithSummary("The value this node holds")
            .WithDescription("The header ETag is the generation, for If-Match.")
            .Produces<NamedValue>();
        routes.MapPut(Path, (Delegate)SetAsync).WithName("PutValue").WithSummary("Sets the value")
            .WithDescription("With If-Match: \"3\" only while the generation is 3. Answered when it is kept.")
            .Accepts<SetWord>("application/json").Produces<NamedValue>()
            .Produces<ProblemWord>(StatusCodes.Status400BadRequest, Problems.MediaType)
            .Produces<ProblemWord>(StatusCodes.Status409Conflict, Problems.MediaType)
            .Produces<ProblemWord>(StatusCodes.Status412PreconditionFailed, Problems.MediaType)
            .Produces<ProblemWord>(StatusCodes.Status507InsufficientStorage, Problems.MediaType);
    }

    private Task ReadAsync(HttpContext context) => ShowAsync(context, host.Value);

    private async Task SetAsync(HttpContext context)
    {
        if (!TryReadMatch(context.Request.Headers.IfMatch, out var expected))
        {
            await Problems.WriteAsync(context, StatusCodes.Status400BadRequest,
                "If-Match: one generation in quotes, for example \"3\", or *");
            return;
        }

        if (await gate.ReadBodyAsync(context) is not { } body)
        {
            return;
        }

        if (TryReadValue(body) is not { } value)
        {
            await Problems.WriteAsync(context, StatusCodes.Status400BadRequest,
                "value: the body is {\"value\": 7} with a whole number from -9223372036854775808 to "
                + "9223372036854775807");
            return;
        }

        var outcome = await host.SetAsync(value, expected, context.RequestAborted);
        await (outcome.Result switch
        {
            SetResult.Set => ShowAsync(context, outcome.Value),
            SetResult.Changed => Problems.WriteAsync(context, StatusCodes.Status412PreconditionFailed,
                Invariant($"the generation is {outcome.Value.Generation}, not {expected}")),
            SetResult.NotKept => Problems.WriteAsync(context, StatusCodes.Status507InsufficientStorage,
                "the value is set, but the disk did not keep it"),
            _ => Problems.WriteAsync(context, StatusCodes.Status409Conflict,
                Invariant($"the generation {outcome.Value.Generation} is at its bound")),
        });
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Task ShowAsync(HttpContext context, NamedValue value)
    {
        context.Response.Headers.ETag = Invariant($"\"{value.Generation}\"");
        return context.Response.WriteAsJsonAsync(
            value, NodeJson.Default.NamedValue, cancellationToken: context.RequestAborted);
    }

    private static bool TryReadMatch(string? header, out long? expected)
    {
        expected = null;
        if (header is null or "" or "*")
        {
            return true;
        }

        var isNumber = header is ['"', .. var number, '"'] & long.TryParse(
            header.Trim('"'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var generation);
        expected = isNumber ? generation : null;
        return isNumber;
    }

    private static long? TryReadValue(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("value", out var value)
                && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
