using System.Text.Json;
using GossipLab.Core.Hosting;
using GossipLab.Core.Wire;
using GossipLab.Node.Security;
using GossipLab.Node.Transport;
using GossipLab.Node.Words;

namespace GossipLab.Node.Api;

/// <summary>What other nodes, and whoever knows the secret, may ask.</summary>
/// <param name="host">The node.</param>
/// <param name="gate">Lets them in.</param>
/// <param name="faults">What is done to messages on purpose; null where nobody may.</param>
public sealed class PeerApi(NodeHost host, RequestGate gate, FaultyTransport? faults)
{
    /// <summary>Adds the routes.</summary>
    /// <param name="routes">Where to.</param>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(HttpTransport.Path, (Delegate)TakeAsync).WithName("PostMessage")
            .WithSummary("A message of another node, in the wire format")
            .Produces(StatusCodes.Status202Accepted)
            .Produces<ProblemWord>(StatusCodes.Status400BadRequest, Problems.MediaType)
            .Produces<ProblemWord>(StatusCodes.Status401Unauthorized, Problems.MediaType)
            .Produces<ProblemWord>(StatusCodes.Status429TooManyRequests, Problems.MediaType);
        if (faults is not null)
        {
            routes.MapPut("/v1/faults", (Delegate)DisturbAsync).WithName("PutFaults")
                .WithSummary("What the node does to the messages it sends, on purpose")
                .Accepts<FaultOrder>("application/json").Produces(StatusCodes.Status204NoContent)
                .Produces<ProblemWord>(StatusCodes.Status400BadRequest, Problems.MediaType)
                .Produces<ProblemWord>(StatusCodes.Status401Unauthorized, Problems.MediaType);
        }
    }

    private async Task TakeAsync(HttpContext context)
    {
        if (!await gate.LetsInAsync(context) || await gate.ReadBodyAsync(context) is not { } body)
        {
            return;
        }

        var fault = await host.ReceiveAsync(body, context.RequestAborted);
        await (fault switch
        {
            WireFault.None => Accepted(context),
            null => Problems.WriteAsync(context, StatusCodes.Status429TooManyRequests,
                "too many messages wait at this node"),
            { } why => Problems.WriteAsync(context, StatusCodes.Status400BadRequest, DetailOf(why)),
        });
    }

    private static Task Accepted(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }

    private async Task DisturbAsync(HttpContext context)
    {
        if (!await gate.LetsInAsync(context) || await gate.ReadBodyAsync(context) is not { } body)
        {
            return;
        }

        var order = TryRead(body);
        if ((order is null ? "the body is {\"loss\": 0.1, \"latencyMs\": 20, \"blocked\": []}" : order.FindFault())
            is { } fault)
        {
            await Problems.WriteAsync(context, StatusCodes.Status400BadRequest, fault);
            return;
        }

        faults!.Faults = order!;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static FaultOrder? TryRead(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, NodeJson.Default.FaultOrder);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string DetailOf(WireFault fault) => fault switch
    {
        WireFault.TooLong => "the message is longer than 1048576 bytes",
        WireFault.NotOurs => "the body is no message: it does not begin with GL",
        WireFault.Version => "the message is of a version that this node does not understand; it understands 1",
        WireFault.Truncated => "the message ends too early",
        WireFault.Trailing => "something follows the message",
        WireFault.Kind => "there is no such kind of message",
        WireFault.Number => "a number is out of its range",
        WireFault.TooMuchNews => "the message has more than 8192 pieces of news",
        WireFault.Misdirected => "the message is for another node, or says that it comes from this one",
        _ => "a name is none, or this node knows as many names as it can",
    };
}
