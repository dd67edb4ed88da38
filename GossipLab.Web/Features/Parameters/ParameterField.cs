using System.Globalization;
using GossipLab.Core.Simulation;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Parameters;

/// <summary>One setting of a run: how it is read from a scenario, shown, checked and written back.</summary>
public abstract record ParameterField
{
    /// <summary>Its name in test ids and in the markup.</summary>
    public required string Id { get; init; }

    /// <summary>Under which heading.</summary>
    public required ParameterGroup Group { get; init; }

    /// <summary>What people read.</summary>
    public required string Label { get; init; }

    /// <summary>What it does, and what production systems call it.</summary>
    public required string Hint { get; init; }

    /// <summary>Where it stands in a scenario file; faults of a whole scenario are shown beside it.</summary>
    public string Path { get; init; } = "";

    /// <summary>Whether it means anything in a scenario.</summary>
    public Func<Scenario, bool> Applies { get; init; } = _ => true;

    /// <summary>The unit, or empty.</summary>
    public virtual string Unit => "";

    /// <summary>The allowed range as a sentence, or empty.</summary>
    public virtual string Range => "";

    /// <summary>The value as it stands in the field.</summary>
    public abstract string Read(Scenario scenario);

    /// <summary>Writes what stands in the field.</summary>
    /// <returns>The scenario with it; null where it cannot be used.</returns>
    public abstract Scenario? TryWrite(Scenario scenario, string text);
}

/// <summary>A setting that is a number.</summary>
public sealed record NumberField : ParameterField
{
    private const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands
        | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>The least.</summary>
    public required decimal Least { get; init; }

    /// <summary>The most.</summary>
    public required decimal Most { get; init; }

    /// <summary>Whether only whole numbers make sense.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Values that are often wanted.</summary>
    public IReadOnlyList<decimal> Quick { get; init; } = [];

    /// <summary>The unit as shown.</summary>
    public string In { get; init; } = "";

    public required Func<Scenario, decimal> Get { get; init; }

    public required Func<Scenario, decimal, Scenario> Set { get; init; }

    public override string Unit => In;

    public override string Range => IsWhole
        ? UiText.Parameters.WholeNumber(Text(Least), Text(Most))
        : UiText.Parameters.Number(Text(Least), Text(Most), In);

    public override string Read(Scenario scenario) => Text(Get(scenario));

    public override Scenario? TryWrite(Scenario scenario, string text) =>
        decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number)
        && number >= Least && number <= Most && (!IsWhole || number == decimal.Truncate(number))
            ? Set(scenario, number) : null;

    /// <summary>A number as it stands on a small button, for example <c>10k</c>.</summary>
    public static string Brief(decimal number) =>
        number >= 1_000 && number % 1_000 == 0 ? $"{Text(number / 1_000)}k" : Text(number);

    /// <summary>A number as it is shown.</summary>
    public static string Text(decimal number) => number.ToString("#,0.######", CultureInfo.InvariantCulture);
}

/// <summary>A setting that is one of a few.</summary>
public sealed record ChoiceField : ParameterField
{
    /// <summary>The values and what people read.</summary>
    public required IReadOnlyList<(string Value, string Text)> Options { get; init; }

    public required Func<Scenario, string> Get { get; init; }

    public required Func<Scenario, string, Scenario> Set { get; init; }

    public override string Read(Scenario scenario) => Get(scenario);

    public override Scenario? TryWrite(Scenario scenario, string text) =>
        Options.Any(option => option.Value == text) ? Set(scenario, text) : null;
}
