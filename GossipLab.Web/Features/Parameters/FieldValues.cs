using GossipLab.Core.Primitives;

namespace GossipLab.Web.Features.Parameters;

/// <summary>How the values of options stand in fields.</summary>
internal static class FieldValues
{
    public static decimal Milliseconds(TimeSpan span) => span.Ticks / (decimal)TimeSpan.TicksPerMillisecond;

    public static TimeSpan Span(decimal milliseconds) => new((long)(milliseconds * TimeSpan.TicksPerMillisecond));

    public static decimal Percent(Ratio share) => share.ToDecimal() * 100;

    public static Ratio Share(decimal percent) => Ratio.FromDecimal(percent / 100);

    public static TEnum Parse<TEnum>(string text)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(text);

    public static (string Value, string Text)[] Options<TEnum>(params (TEnum Value, string Text)[] options)
        where TEnum : struct, Enum => [.. options.Select(option => (option.Value.ToString(), option.Text))];
}
