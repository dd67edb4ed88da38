using System.Globalization;
using System.Text.Json;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>
/// One side of a wall in a scenario file: numbers of nodes, and ranges such as <c>"0-15"</c> for neighbours.
/// </summary>
internal static class ScenarioJsonSide
{
    private const int ShortestRange = 3;

    /// <summary>The items as JSON, in the order of the side.</summary>
    public static IEnumerable<string> Write(IReadOnlyList<NodeId> side)
    {
        for (var start = 0; start < side.Count;)
        {
            var length = RunAt(side, start);
            if (length >= ShortestRange)
            {
                yield return FormattableString.Invariant($"\"{side[start].Index}-{side[start + length - 1].Index}\"");
                start += length;
            }
            else
            {
                yield return FormattableString.Invariant($"{side[start++].Index}");
            }
        }
    }

    /// <summary>The side; a list that is too long to be one ends where it becomes so, and is a fault.</summary>
    public static IReadOnlyList<NodeId> Read(ScenarioJsonObject json, string name)
    {
        var side = new List<NodeId>();
        foreach (var (item, path) in json.Items(name))
        {
            if (RangeOf(item) is not { } range)
            {
                json.FaultAt(path,
                    $"{ScenarioJsonScalar.Quote(item)} is not a node's number or a range such as \"0-15\"");
                continue;
            }

            if (range.Last - (long)range.First >= Scenario.MaxNodes - side.Count)
            {
                json.FaultAt(path, $"the side has more than {Scenario.MaxNodes} nodes");
                break;
            }

            for (var index = range.First; index <= range.Last; index++)
            {
                side.Add(new NodeId(index));
            }
        }

        return side;
    }

    private static int RunAt(IReadOnlyList<NodeId> side, int start)
    {
        var length = 1;
        while (start + length < side.Count && side[start + length].Index == side[start].Index + length)
        {
            length++;
        }

        return length;
    }

    private static (int First, int Last)? RangeOf(JsonElement item)
    {
        if (ScenarioJsonScalar.Count(item) is { } single)
        {
            return (single, single);
        }

        var parts = (ScenarioJsonScalar.Text(item) ?? "").Split('-');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first <= last ? (first, last) : null;
    }
}
