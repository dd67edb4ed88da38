using System.Globalization;

namespace GossipLab.Cli;

/// <summary>What stands after a command: one or more operands, and options that each take a value.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly List<string> _operands = [];

    /// <summary>Reads them.</summary>
    /// <param name="words">The words after the command.</param>
    /// <param name="known">The options it has, without dashes.</param>
    /// <exception cref="FormatException">An option is unknown, twice there, or lacks its value.</exception>
    public Arguments(IReadOnlyList<string> words, params string[] known)
    {
        for (var index = 0; index < words.Count; index++)
        {
            if (!words[index].StartsWith("--", StringComparison.Ordinal))
            {
                _operands.Add(words[index]);
                continue;
            }

            var name = words[index][2..];
            if (!known.Contains(name))
            {
                var there = string.Join(", --", known);
                throw new FormatException($"--{name}: there is no such option; there are --{there}");
            }

            if (++index == words.Count || !_options.TryAdd(name, words[index]))
            {
                throw new FormatException($"--{name}: give it one value");
            }
        }
    }

    /// <summary>What is no option.</summary>
    public IReadOnlyList<string> Operands => _operands;

    /// <summary>The one operand of a command that has one.</summary>
    /// <param name="what">What it is, for the complaint.</param>
    /// <exception cref="FormatException">There is none, or there are several.</exception>
    public string Operand(string what) =>
        _operands is [var one] ? one : throw new FormatException($"give {what}, and nothing else");

    /// <summary>An option's value, or null.</summary>
    /// <param name="name">Without dashes.</param>
    public string? Find(string name) => _options.GetValueOrDefault(name);

    /// <summary>A whole number within a range.</summary>
    /// <param name="name">Without dashes.</param>
    /// <param name="usual">The value where the option is not given.</param>
    /// <param name="least">The least.</param>
    /// <param name="most">The most.</param>
    /// <exception cref="FormatException">It is none, or outside.</exception>
    public long Whole(string name, long usual, long least, long most)
    {
        if (Find(name) is not { } text)
        {
            return usual;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most
            ? value : throw new FormatException($"--{name}: must be a whole number within {least} to {most}");
    }
}
