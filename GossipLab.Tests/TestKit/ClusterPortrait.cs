using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Tests.TestKit;

/// <summary>All that can be seen of a cluster, as a text: two clusters in one state have one portrait.</summary>
internal static class ClusterPortrait
{
    private static readonly JsonSerializerOptions Words = new() { Converters = { new StructsAsWords() } };

    public static string Of(SimulatedCluster cluster)
    {
        var text = new StringBuilder();
        text.AppendLine(Line((cluster.Now, cluster.EventCount, cluster.NextDue)));
        for (var index = 0; index < cluster.NodeCount; index++)
        {
            var id = new NodeId(index);
            text.AppendLine(JsonSerializer.Serialize(cluster.View(id), Words));
            text.AppendLine(Line(cluster.Condition(id)));
        }

        text.AppendLine(Line((cluster.Census.Newest, cluster.Census.Informed, cluster.Census.Running)));
        text.AppendLine(JsonSerializer.Serialize(cluster.Census.Values, Words));
        text.AppendLine(JsonSerializer.Serialize(cluster.Counters, Words));
        text.AppendLine(Line((cluster.Network.Loss, cluster.Network.Walls.Count, cluster.Network.Links.Count)));
        foreach (var (flight, message) in cluster.InFlight().OrderBy(pair => pair.Flight.Id)
            .ThenBy(pair => pair.Flight.DueAt))
        {
            text.AppendLine(Line((flight, TraceText.MessageOf(message), cluster.IsHeld(flight.Id))));
        }

        return text.ToString();
    }

    private static string Line<T>(T value)
        where T : struct => value.ToString()!; // structs print what they hold

    // Record structs print all they hold; the serializer would follow their computed members without end.
    private sealed class StructsAsWords : JsonConverterFactory
    {
        public override bool CanConvert(Type type) =>
            type.IsValueType && type.Namespace?.StartsWith("GossipLab", StringComparison.Ordinal) == true;

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(AsWords<>).MakeGenericType(type))!; // has such a constructor
    }

    private sealed class AsWords<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException("portraits are written only");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value!.ToString()); // a struct is never null
    }
}
