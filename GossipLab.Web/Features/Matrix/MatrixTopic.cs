namespace GossipLab.Web.Features.Matrix;

/// <summary>What nodes are compared by.</summary>
public enum MatrixTopic
{
    /// <summary>Who is believed alive, suspect or dead.</summary>
    Membership,

    /// <summary>Which value is held.</summary>
    Data,
}

/// <summary>In which order nodes stand.</summary>
public enum MatrixOrder
{
    /// <summary>By their numbers.</summary>
    Number,

    /// <summary>Those who agree beside each other, the many first: parted clusters show as blocks.</summary>
    Agreement,
}
