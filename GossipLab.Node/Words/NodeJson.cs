using System.Text.Json.Serialization;
using GossipLab.Core.Hosting;
using GossipLab.Core.Protocol;

namespace GossipLab.Node.Words;

/// <summary>An error.</summary>
/// <param name="Type">What kind of error; about:blank, as the status says it.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The status.</param>
/// <param name="Detail">What is wrong, and what would be right.</param>
public sealed record ProblemWord(string Type, string Title, int Status, string Detail);

/// <summary>A wish to set the value.</summary>
/// <param name="Value">The new value.</param>
public sealed record SetWord(long Value);

/// <summary>A node in one page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Where others reach it.</param>
/// <param name="Version">The version of its program.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="IsJoining">Whether it waits for a contact to let it in.</param>
/// <param name="IsLeaving">Whether it says goodbye.</param>
/// <param name="Incarnation">Its own incarnation.</param>
/// <param name="Health">Its score of its own health; 0 is healthy.</param>
/// <param name="Alive">How many members it believes alive, itself included.</param>
/// <param name="Suspect">How many it suspects.</param>
/// <param name="Dead">How many it believes dead.</param>
/// <param name="Left">How many left.</param>
/// <param name="KeepsData">Whether its value survives a crash.</param>
public sealed record StatusWord(
    string Name, string Address, string Version, DateTimeOffset StartedAt, bool IsJoining, bool IsLeaving,
    uint? Incarnation, int? Health, int Alive, int Suspect, int Dead, int Left, bool KeepsData);

/// <summary>What a node was started with, without its secret.</summary>
public sealed record ConfigWord(
    string Name, string Bind, int Port, string Advertise, IReadOnlyList<string> Join, string Preset, long Value,
    string Interval, int FanOut, string TieBreak, string Membership, string? Data, bool HasSecret, string Api,
    bool AllowsFaults);

/// <summary>How these words are written and read, at nodes and at those who listen to them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true,
    Converters = [typeof(EnumWords<MemberState>), typeof(EnumWords<NodeEventKind>), typeof(EnumWords<Rule>)])]
[JsonSerializable(typeof(ProblemWord))]
[JsonSerializable(typeof(SetWord))]
[JsonSerializable(typeof(StatusWord))]
[JsonSerializable(typeof(ConfigWord))]
[JsonSerializable(typeof(FaultOrder))]
[JsonSerializable(typeof(HostReport))]
[JsonSerializable(typeof(HostEvent))]
[JsonSerializable(typeof(NamedValue))]
[JsonSerializable(typeof(IReadOnlyList<NamedMember>))]
[JsonSerializable(typeof(MemberState))]
public sealed partial class NodeJson : JsonSerializerContext;
