using GossipLab.Core.Protocol;

namespace GossipLab.Core.Values;

/// <summary>How a node keeps the one value of the database.</summary>
public sealed record ValueOptions
{
    /// <summary>The value a node is born with. Any 64-bit integer; default 42, the article's.</summary>
    public long InitialValue { get; init; } = 42;

    /// <summary>
    /// What decides between two values of one generation. Default <see cref="TieBreak.HighestWriter"/>.
    /// </summary>
    public TieBreak TieBreak { get; init; } = TieBreak.HighestWriter;

    /// <summary>
    /// Whether a set waits until a majority of all members that the node knows, live or not, has answered a request for
    /// their value; refused after one gossip interval without. Default false: a node sets whatever it is told, as the
    /// article's.
    /// </summary>
    public bool NeedsMajority { get; init; }

    /// <summary>
    /// The order of writers, of which the highest wins a tie. Null, the default, orders by number, which is the same at
    /// all nodes of a simulation; real nodes number others each in its own way and order by name.
    /// </summary>
    public IComparer<NodeId>? WriterOrder { get; init; }

    /// <summary>
    /// Whether generations are kept within bounds: none below 0, none above 2^62, none more than
    /// <see cref="MaxGenerationJump"/> ahead. Default true. Without it one message with a generation of 2^63-1 wins for
    /// ever and the next set overflows: the article's behaviour (protocol.md section 4, «generation poisoning»).
    /// </summary>
    public bool BoundGenerations { get; init; } = true;

    /// <summary>
    /// How far ahead of the own generation an offered one may be; 1 to 2^40, default 1,000,000 sets. A larger one
    /// lets a
    /// node that was away for longer catch up, and a liar poison more.
    /// </summary>
    public long MaxGenerationJump { get; init; } = 1_000_000;

    /// <summary>The highest allowed <see cref="MaxGenerationJump"/>.</summary>
    public const long LargestGenerationJump = 1L << 40;
}
