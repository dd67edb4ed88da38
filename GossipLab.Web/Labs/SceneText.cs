using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GossipLab.Web.Labs;

/// <summary>What changes rarely on the stage: sizes, zones, walls, the lens. JSON behind one byte in a frame.</summary>
public static class SceneText
{
    private const byte SceneKind = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>The scene of a run as JSON.</summary>
    public static string Of(LabRun run, int epoch)
    {
        var network = run.Cluster.Network;
        var nodes = run.Cluster.NodeCount;
        var walls = new List<object>();
        foreach (var (name, side) in network.Walls)
        {
            walls.Add(new { name, side = side.Order().ToArray() });
        }

        var cuts = new List<int[]>();
        foreach (var ((from, to), link) in network.Links.OrderBy(link => link.Key))
        {
            if (link.IsCut)
            {
                cuts.Add([from, to]);
            }
        }

        var values = new List<object>();
        foreach (var held in run.Cluster.Census.Values)
        {
            values.Add(new { slot = held.Slot, text = held.Value.ToString(CultureInfo.InvariantCulture) });
        }

        return JsonSerializer.Serialize(new
        {
            n = nodes,
            mode = FrameBuilder.ModeFor(nodes),
            names = (string[]?)null,
            zones = ZonesOf(run, nodes),
            walls,
            cuts,
            lens = run.Lens?.Index,
            values,
            cue = run.Cue,
            epoch,
        }, Json);
    }

    /// <summary>The scene as a frame.</summary>
    public static byte[] Frame(string scene)
    {
        var writer = new FrameWriter();
        writer.WriteByte(SceneKind);
        writer.WriteText(scene);
        return writer.ToArray();
    }

    private static int[]? ZonesOf(LabRun run, int nodes)
    {
        if (run.Options.Network.Zones < 2)
        {
            return null;
        }

        var zones = new int[nodes];
        for (var index = 0; index < nodes; index++)
        {
            zones[index] = run.Cluster.Network.ZoneOf(new Core.Protocol.NodeId(index));
        }

        return zones;
    }
}
