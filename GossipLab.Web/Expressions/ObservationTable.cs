namespace GossipLab.Web.Expressions;

/// <summary>Short ways to write tables of observations.</summary>
internal static class ObservationTable
{
    public static ObservationParameter OneNode { get; } = new("node", ExpressionType.Node, []);

    public static ObservationParameter Number(string name) => new(name, ExpressionType.Number, []);

    public static ObservationParameter OneOf(string name, IEnumerable<string> choices) =>
        new(name, ExpressionType.Text, [.. choices]);

    public static Observation Count(string name, string meaning, Func<RunObservations, double> read) =>
        new(name, [], ExpressionType.Number, meaning, (run, _) => new Term(read(run)));

    public static Observation OfNode(string name, string meaning, Func<RunObservations, Term, double> read) =>
        new(name, [OneNode], ExpressionType.Number, meaning, (run, given) => new Term(read(run, given[0])));
}
