using static GossipLab.Web.Expressions.ObservationTable;

namespace GossipLab.Web.Expressions;

/// <summary>What expressions can compute.</summary>
internal static class Arithmetic
{
    public static IReadOnlyList<Observation> All { get; } =
    [
        Of("abs", "The distance from 0.", Math.Abs),
        Of("floor", "The whole number below.", Math.Floor),
        Of("ceil", "The whole number above.", Math.Ceiling),
        Of("rounded", "The nearest whole number; halves go away from 0.",
            number => Math.Round(number, MidpointRounding.AwayFromZero)),
        Of("sqrt", "The square root.", Math.Sqrt),
        Of("exp", "e to this power.", Math.Exp),
        Of("ln", "The natural logarithm.", Math.Log),
        Of("log2", "The logarithm to base 2.", Math.Log2),
        Of("log10", "The logarithm to base 10.", Math.Log10),
        OfTwo("min", "The smaller one.", Math.Min),
        OfTwo("max", "The larger one.", Math.Max),
        OfTwo("pow", "The first to the power of the second.", Math.Pow),
    ];

    private static Observation Of(string name, string meaning, Func<double, double> compute) =>
        new(name, [Number("x")], ExpressionType.Number, meaning, (_, given) => new Term(compute(given[0].Number)));

    private static Observation OfTwo(string name, string meaning, Func<double, double, double> compute) =>
        new(name, [Number("x"), Number("y")], ExpressionType.Number, meaning,
            (_, given) => new Term(compute(given[0].Number, given[1].Number)));
}
