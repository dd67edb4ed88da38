using System.Text.Json;
using GossipLab.Core.Nodes;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Loopback;

/// <summary>
/// What a node on the loopback is started with. It travels as one line of JSON, never as an argument.
/// </summary>
/// <param name="Id">Which node it is.</param>
/// <param name="Ports">The ports of all nodes, by number.</param>
/// <param name="Options">The settings of all.</param>
/// <param name="Key">What whoever talks to it must know.</param>
internal sealed record LoopbackSettings(int Id, IReadOnlyList<int> Ports, RealClusterOptions Options, string Key)
{
    /// <summary>The nodes that it asks to be let in.</summary>
    public IReadOnlyList<int> Contacts { get; init; } = [];

    /// <summary>Whether all begin at one moment as a formed cluster, so that nobody asks to be let in.</summary>
    public bool StartsTogether { get; init; }

    /// <summary>Where it keeps its value; null where it keeps nothing.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Who it is.</summary>
    public NodeId Node => new(Id);

    /// <summary>The port it listens on.</summary>
    public int Port => Ports[Id];

    /// <summary>The settings of the protocol.</summary>
    public GossipNodeOptions Protocol => Options.Simulated;

    /// <summary>Writes it as one line.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Reads a line; null where it is none.</summary>
    public static LoopbackSettings? TryRead(string? line)
    {
        try
        {
            return line is null ? null : JsonSerializer.Deserialize<LoopbackSettings>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
