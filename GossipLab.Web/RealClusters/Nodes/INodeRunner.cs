namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>A real node, as whoever started it holds it. One life: to start it again is to make another.</summary>
public interface INodeRunner : IAsyncDisposable
{
    /// <summary>Its process id; null where it has no process of its own.</summary>
    int? ProcessId { get; }

    /// <summary>Ends when the node has ended, with what it said last.</summary>
    Task<NodeEnd> Ended { get; }

    /// <summary>Ends it at once; it says goodbye to nobody.</summary>
    void Kill();

    /// <summary>Lets it stand still.</summary>
    /// <returns>Null, or why that cannot be done here.</returns>
    string? Pause();

    /// <summary>Lets it go on.</summary>
    void Resume();

    /// <summary>Asks it to say goodbye and end.</summary>
    void Leave();
}

/// <summary>How a node ended.</summary>
/// <param name="Code">Its exit code; null where it had no process of its own.</param>
/// <param name="LastWords">The last line of its complaints, or empty.</param>
public sealed record NodeEnd(int? Code, string LastWords);
