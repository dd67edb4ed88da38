namespace GossipLab.Web.Features.Matrix;

/// <summary>What stands in a cell of the matrix.</summary>
public enum CellKind : byte
{
    /// <summary>Nothing is known: nobody said so, or the observer does not run.</summary>
    Unknown,

    /// <summary>The observer does not list the subject.</summary>
    Absent,

    /// <summary>The observer believes it alive.</summary>
    Alive,

    /// <summary>The observer suspects it.</summary>
    Suspect,

    /// <summary>The observer believes it dead.</summary>
    Dead,

    /// <summary>The observer knows that it left.</summary>
    Left,

    /// <summary>The node itself.</summary>
    Self,

    /// <summary>Both hold the same value.</summary>
    Same,

    /// <summary>The row's node holds the newer generation.</summary>
    Ahead,

    /// <summary>The row's node holds the older generation.</summary>
    Behind,

    /// <summary>The generations are equal and the values are not.</summary>
    Tie,
}
