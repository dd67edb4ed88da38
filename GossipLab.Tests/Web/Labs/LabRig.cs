using GossipLab.Core.Dissemination;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using Microsoft.Extensions.Logging.Abstractions;

namespace GossipLab.Tests.Web.Labs;

/// <summary>Labs without a server.</summary>
internal static class LabRig
{
    public static readonly LabStart Manual = new() { IsManual = true, IsPlaying = false };

    public static Scenario Rumour(int nodes = 16, ulong seed = 7) => new()
    {
        Name = "rumour",
        Nodes = nodes,
        Seed = seed,
        Node = new GossipNodeOptions { Dissemination = new DisseminationOptions { Phase = TickPhase.LockStep } },
        Commands = [new TimedCommand(new Instant(400_000), new SetValue(new NodeId(0), 7))],
    };

    public static Lab Open(Scenario? scenario = null, LabStart? start = null) => new(
        "lab", scenario ?? Rumour(), start ?? Manual,
        new LabHost(new LabLimits(), TimeProvider.System, NullLogger.Instance));

    public static LabDirectory Directory(LabLimits limits, TimeProvider? time = null) =>
        new(limits, time ?? TimeProvider.System, NullLogger<LabDirectory>.Instance);
}
