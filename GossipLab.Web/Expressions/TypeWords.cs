namespace GossipLab.Web.Expressions;

/// <summary>Types in plain words.</summary>
internal static class TypeWords
{
    public static string Of(ExpressionType type) => type switch
    {
        ExpressionType.Number => "a number",
        ExpressionType.Truth => "a condition (true or false)",
        ExpressionType.Text => "a text in quotes",
        _ => "a node such as n3",
    };
}
