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
        return Of(new StageScene(nodes, epoch)
        {
            Zones = ZonesOf(run, nodes),
            Walls = [.. network.Walls.Select(wall => (wall.Name, (IReadOnlyList<int>)[.. wall.Side.Order()]))],
            Cuts = [.. network.Links.Where(link => link.Value.IsCut).Select(link => link.Key).Order()],
            Lens = run.Lens,
            Values = [.. run.Cluster.Census.Values.Select(held => (held.Slot, held.Value))],
            Cue = run.Cue,
        });
    }

    /// <summary>A scene as JSON.</summary>
    public static string Of(StageScene scene) => JsonSerializer.Serialize(new
    {
        n = scene.Nodes,
        mode = FrameBuilder.ModeFor(scene.Nodes),
        names = (string[]?)null,
        zones = scene.Zones,
        walls = scene.Walls.Select(wall => new { name = wall.Name, side = wall.Side }),
        cuts = scene.Cuts.Select(cut => new[] { cut.From, cut.To }),
        lens = scene.Lens?.Index,
        values = scene.Values.Select(
            held => new { slot = held.Slot, text = held.Value.ToString(CultureInfo.InvariantCulture) }),
        cue = scene.Cue,
        epoch = scene.Epoch,
    }, Json);

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
