using System.Globalization;
using GossipLab.Core.Protocol;

namespace GossipLab.Web.Parts;

/// <summary>Names of nodes as people type them.</summary>
internal static class NodeNames
{
    /// <summary>Reads <c>n7</c> or <c>7</c>.</summary>
    public static bool TryRead(string text, out NodeId node)
    {
        var digits = text.AsSpan().Trim();
        if (digits is ['n' or 'N', .. var rest])
        {
            digits = rest;
        }

        var isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        node = isNumber ? new NodeId(index) : NodeId.None;
        return isNumber;
    }

    /// <summary>Reads a list such as <c>n0-n7, 9 12</c> in the order of their numbers, each once.</summary>
    /// <param name="text">Names and ranges, divided by commas or spaces.</param>
    /// <param name="count">How many nodes there are.</param>
    /// <param name="nodes">The nodes named.</param>
    /// <param name="fault">What could not be read, or null.</param>
    public static bool TryReadList(string text, int count, out IReadOnlyList<NodeId> nodes, out string? fault)
    {
        var found = new SortedSet<int>();
        nodes = [];
        foreach (var part in text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-', 2);
            if (!TryRead(ends[0], out var first) || !TryRead(ends[^1], out var last) || first.Index > last.Index)
            {
                fault = $"«{part}» is not a node like n3 or a range like n0-n7";
                return false;
            }

            if (last.Index >= count)
            {
                fault = string.Create(
                    CultureInfo.InvariantCulture, $"there is no n{last.Index}: nodes are n0 to n{count - 1}");
                return false;
            }

            found.UnionWith(Enumerable.Range(first.Index, last.Index - first.Index + 1));
        }

        nodes = [.. found.Select(index => new NodeId(index))];
        fault = null;
        return true;
    }

    /// <summary>Writes a list with runs of three and more as ranges.</summary>
    public static string Write(IEnumerable<NodeId> nodes)
    {
        var sorted = nodes.Select(node => node.Index).Order().ToArray();
        var parts = new List<string>();
        for (var start = 0; start < sorted.Length;)
        {
            var end = start;
            while (end + 1 < sorted.Length && sorted[end + 1] == sorted[end] + 1)
            {
                end++;
            }

            var isRange = end - start >= 2;
            parts.Add(isRange
                ? string.Create(CultureInfo.InvariantCulture, $"n{sorted[start]}-n{sorted[end]}")
                : string.Create(CultureInfo.InvariantCulture, $"n{sorted[start]}"));
            start = isRange ? end + 1 : start + 1;
        }

        return string.Join(", ", parts);
    }
}
