using System.Text.Json;
using System.Text.Json.Serialization;

namespace GossipLab.Node.Words;

/// <summary>Writes an enum as a word that begins small.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class EnumWords<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
