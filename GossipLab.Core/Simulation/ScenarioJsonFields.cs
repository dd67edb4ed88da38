using System.Text.Json;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <summary>
/// Writes the members of one object of a scenario file. A member with a usual value is left out when it has that value.
/// </summary>
internal sealed class ScenarioJsonFields(Utf8JsonWriter json)
{
    /// <summary>A text.</summary>
    public void Put(string name, string value) => json.WriteString(name, value);

    /// <summary>True or false.</summary>
    public void Put(string name, bool value, bool? usual = null)
    {
        if (value != usual)
        {
            json.WriteBoolean(name, value);
        }
    }

    /// <summary>A whole number; a large one as a text, so that readers that have only doubles keep it.</summary>
    public void Put(string name, long value, long? usual = null)
    {
        if (value == usual)
        {
            return;
        }

        if (value is >= -ScenarioJsonScalar.LargestSafeNumber and <= ScenarioJsonScalar.LargestSafeNumber)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteString(name, FormattableString.Invariant($"{value}"));
        }
    }

    /// <summary>A whole number without a sign, likewise.</summary>
    public void Put(string name, ulong value)
    {
        if (value <= ScenarioJsonScalar.LargestSafeNumber)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteString(name, FormattableString.Invariant($"{value}"));
        }
    }

    /// <summary>A node by its number.</summary>
    public void Put(string name, NodeId value) => json.WriteNumber(name, value.Index);

    /// <summary>A moment.</summary>
    public void Put(string name, Instant value) => json.WriteNumber(name, ScenarioJsonScalar.MillisecondsOf(value));

    /// <summary>A duration; none is left out.</summary>
    public void Put(string name, TimeSpan? value, TimeSpan? usual = null)
    {
        if (value is { } span && span != usual)
        {
            json.WriteNumber(name, ScenarioJsonScalar.MillisecondsOf(span));
        }
    }

    /// <summary>A chance; none is left out.</summary>
    public void Put(string name, Ratio? value, Ratio? usual = null)
    {
        if (value is not { } chance || chance == usual)
        {
            return;
        }

        if (ScenarioJsonScalar.DecimalOf(chance) is { } share)
        {
            json.WriteNumber(name, share);
        }
        else
        {
            json.WriteString(name, FormattableString.Invariant($"{chance.Numerator}/{chance.Denominator}"));
        }
    }

    /// <summary>A member of an enumeration.</summary>
    public void Put<T>(string name, T value, T? usual = null)
        where T : struct, Enum
    {
        if (!value.Equals(usual))
        {
            json.WriteString(name, ScenarioJsonScalar.Word(value.ToString()));
        }
    }

    /// <summary>A list on one line.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="items">Its items as JSON.</param>
    public void PutList(string name, IEnumerable<string> items)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"[{string.Join(", ", items)}]", skipInputValidation: true);
    }

    /// <summary>An object.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="fill">Writes its members.</param>
    public void PutObject(string name, Action<ScenarioJsonFields> fill)
    {
        json.WriteStartObject(name);
        fill(this);
        json.WriteEndObject();
    }
}
