using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>What a node of a causal graph is, for its mark.</summary>
public enum CauseForm : byte
{
    /// <summary>Something that happened in a node: a belief, a value, a step of a probe.</summary>
    Effect,

    /// <summary>A message that arrived.</summary>
    Message,

    /// <summary>A message that should have arrived by then, and did not.</summary>
    Absence,

    /// <summary>It was time, and who was chosen was chosen at random.</summary>
    Timer,

    /// <summary>A setting of the run.</summary>
    Setting,

    /// <summary>What the dice said.</summary>
    Chance,

    /// <summary>A command: what was done to the cluster.</summary>
    Command,

    /// <summary>The state of a machine or of the network that a command made: ground truth.</summary>
    Truth,

    /// <summary>The beginning of the run or of a node's life.</summary>
    Start,

    /// <summary>The trail goes on, and is not followed any further.</summary>
    More,
}

/// <summary>One thing in a causal graph and what made it so.</summary>
public sealed record CauseNode
{
    private readonly List<int> _causes = [];

    /// <summary>Its place in <see cref="CauseGraph.Nodes"/>.</summary>
    public int Id { get; internal set; }

    /// <summary>What it is.</summary>
    public required CauseForm Form { get; init; }

    /// <summary>Names the same thing in every run that has it.</summary>
    public required string Key { get; init; }

    /// <summary>A sentence without its full stop.</summary>
    public required string Text { get; set; }

    /// <summary>When.</summary>
    public Instant At { get; init; }

    /// <summary>At which node; nobody for the network and for settings.</summary>
    public NodeId Node { get; init; } = NodeId.None;

    /// <summary>The rule of docs/PROTOCOL.md that allowed it; null where none did.</summary>
    public Rule? Rule { get; init; }

    /// <summary>The event's number; 0 where it is none.</summary>
    public long Event { get; init; }

    /// <summary>How many steps back from what was asked.</summary>
    public int Depth { get; internal set; }

    /// <summary>The places of what made it so; all of them were needed.</summary>
    public IReadOnlyList<int> Causes => _causes;

    /// <summary>Takes it away, or the first thing that stood in its way; null where no single change does.</summary>
    public RunChange? Removal { get; set; }

    /// <summary>
    /// Whether what follows from it would not have been without it: then another run without it shows so. Chance,
    /// settings and the passing of time are told for explanation.
    /// </summary>
    public bool IsNeeded { get; init; }

    internal void Add(CauseNode cause)
    {
        if (!_causes.Contains(cause.Id))
        {
            _causes.Add(cause.Id);
        }
    }
}
