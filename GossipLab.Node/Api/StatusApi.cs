using System.Reflection;
using GossipLab.Core.Hosting;
using GossipLab.Core.Protocol;
using GossipLab.Node.Settings;
using GossipLab.Node.Words;

namespace GossipLab.Node.Api;

/// <summary>Who it is, whom it knows, and whether it is well.</summary>
/// <param name="host">The node.</param>
/// <param name="settings">What it was started with.</param>
/// <param name="startedAt">When.</param>
public sealed class StatusApi(NodeHost host, NodeSettings settings, DateTimeOffset startedAt)
{
    /// <summary>The version of the program.</summary>
    public static string Version { get; } =
        typeof(StatusApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>Adds the routes.</summary>
    /// <param name="routes">Where to.</param>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/members", (Delegate)MembersAsync).WithName("GetMembers")
            .WithSummary("Everybody this node knows, itself included, and what it believes of them")
            .Produces<IReadOnlyList<NamedMember>>();
        routes.MapGet("/v1/status", (Delegate)StatusAsync).WithName("GetStatus").WithSummary("The node in one page")
            .Produces<StatusWord>();
        routes.MapGet("/v1/config", (Delegate)ConfigAsync).WithName("GetConfig")
            .WithSummary("What the node was started with, without its secret").Produces<ConfigWord>();
    }

    /// <summary>Adds the routes that orchestrators ask; they are there whatever else is.</summary>
    /// <param name="routes">Where to.</param>
    public void MapHealth(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", (Delegate)AliveAsync).WithName("GetHealth").WithSummary("200 while the node's loop turns")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
        routes.MapGet("/readyz", (Delegate)ReadyAsync).WithName("GetReadiness")
            .WithSummary("200 once a contact let the node in, or where it has none")
            .Produces<string>(StatusCodes.Status200OK, "text/plain")
            .Produces<ProblemWord>(StatusCodes.Status503ServiceUnavailable, Problems.MediaType);
    }

    private async Task MembersAsync(HttpContext context)
    {
        var report = await host.ReportAsync(context.RequestAborted);
        await context.Response.WriteAsJsonAsync(
            report.Members, NodeJson.Default.IReadOnlyListNamedMember, cancellationToken: context.RequestAborted);
    }

    private async Task StatusAsync(HttpContext context)
    {
        var report = await host.ReportAsync(context.RequestAborted);
        int Of(MemberState state) => report.Members.Count(member => member.State == state);
        var status = new StatusWord(
            host.Name, host.Options.Address, Version, startedAt, report.IsJoining, report.IsLeaving,
            report.Incarnation, report.Health, Of(MemberState.Alive), Of(MemberState.Suspect), Of(MemberState.Dead),
            Of(MemberState.Left), settings.DataFolder is not null);
        await context.Response.WriteAsJsonAsync(
            status, NodeJson.Default.StatusWord, cancellationToken: context.RequestAborted);
    }

    private Task ConfigAsync(HttpContext context)
    {
        var protocol = settings.Protocol;
        var config = new ConfigWord(
            host.Name, settings.Listens.ToString(), settings.Port, host.Options.Address, settings.Join,
            settings.Preset.ToString(), protocol.Value.InitialValue, protocol.Dissemination.Interval.ToString(),
            protocol.Dissemination.FanOut, protocol.Value.TieBreak.ToString(), settings.Membership.ToString(),
            settings.DataFolder, settings.Secret is not null, settings.Api.ToString(), settings.AllowsFaults);
        return context.Response.WriteAsJsonAsync(
            config, NodeJson.Default.ConfigWord, cancellationToken: context.RequestAborted);
    }

    private async Task AliveAsync(HttpContext context)
    {
        await host.IsJoiningAsync(context.RequestAborted);
        await context.Response.WriteAsync("ok\n", context.RequestAborted);
    }

    private async Task ReadyAsync(HttpContext context)
    {
        if (await host.IsJoiningAsync(context.RequestAborted))
        {
            await Problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable,
                $"no contact has let this node in yet; it asks {string.Join(", ", settings.Join)}");
            return;
        }

        await context.Response.WriteAsync("ready\n", context.RequestAborted);
    }
}
