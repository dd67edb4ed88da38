using System.Text.Json;
using GossipLab.Core.Nodes;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.RealClusters.Loopback;

/// <summary>All a node holds and believes, as it says it.</summary>
internal sealed record StateWord(
    long Value, long Generation, int Writer, uint? Incarnation, int? Health, IReadOnlyList<MemberWord> Members)
{
    /// <summary>What an event stream calls it.</summary>
    public const string Name = "state";

    /// <summary>Reads a node.</summary>
    public static StateWord Of(GossipNode node)
    {
        var (value, membership) = (node.Store.Current, node.View().Membership);
        return new StateWord(
            value.Value, value.Generation.Number, value.Writer.Index, membership?.Incarnation.Number,
            membership?.Health,
            [.. (membership?.Members ?? []).Select(row => new MemberWord(
                row.Member.Id.Index, row.Member.State, row.Member.Incarnation.Number))]);
    }
}

/// <summary>What a node believes of another.</summary>
internal readonly record struct MemberWord(int Node, MemberState State, uint Incarnation);

/// <summary>Something that happened at a node.</summary>
/// <param name="AtMicros">When, in microseconds since 1970.</param>
internal readonly record struct EventWord(
    long AtMicros, NodeEventKind Kind, Rule Rule, int Subject, int From, MemberState State, long Number, long Value)
{
    /// <summary>What an event stream calls it.</summary>
    public const string Name = "report";

    /// <summary>The event as the protocol knows it.</summary>
    public NodeEvent Event => new(Kind, Rule, new NodeId(Subject), new NodeId(From), State, Number, Value);

    /// <summary>An event as it travels.</summary>
    public static EventWord Of(in NodeEvent what, long atMicros) => new(
        atMicros, what.Kind, what.Rule, what.Subject.Index, what.From.Index, what.State, what.Number, what.Value);
}

/// <summary>How words are written and read, everywhere alike.</summary>
internal static class WordJson
{
    /// <summary>The settings.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web);
}

/// <summary>A wish to set a value.</summary>
internal sealed record SetWord(long Value);
