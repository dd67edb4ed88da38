namespace GossipLab.Web.Expressions;

/// <summary>What an expression or a part of it is.</summary>
public enum ExpressionType
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A word in quotes.</summary>
    Text,

    /// <summary>A node, written n0, n1 and so on.</summary>
    Node,
}
