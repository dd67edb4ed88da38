using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>What was wrong with a machine for a while.</summary>
internal enum SpellKind : byte
{
    Down,
    Paused,
    Slow,
    Left,
}

/// <summary>A while in which something was wrong with a machine, and the command that made it so.</summary>
internal sealed record Spell(NodeId Node, SpellKind Kind, Instant From, TraceEntry Command)
{
    public Instant Until { get; set; } = Instant.Max;

    public bool Covers(Instant at) => From <= at && at < Until;
}

/// <summary>
/// The truth about machines, read from the commands as the cluster carries them out: the ones that do not fit its state
/// do nothing.
/// </summary>
internal sealed class Spells
{
    private static readonly TimeSpan LeaveGrace = TimeSpan.FromSeconds(5);

    private readonly List<Spell> _spells = [];

    public Spells(IReadOnlyList<TraceEntry> commands)
    {
        foreach (var entry in commands)
        {
            Read(entry);
        }
    }

    /// <summary>The spell of a kind at a node at a moment, or null.</summary>
    public Spell? Find(NodeId node, SpellKind kind, Instant at) =>
        _spells.FindLast(spell => spell.Node == node && spell.Kind == kind && spell.Covers(at));

    /// <summary>What is true of a machine at a moment, in words.</summary>
    public string TruthOf(NodeId node, Instant at)
    {
        if (Find(node, SpellKind.Down, at) is { } down)
        {
            return Find(node, SpellKind.Left, at) is null ? $"{node} is not running since {Say.Time(down.From)}"
                : $"{node} has left and is not running since {Say.Time(down.From)}";
        }

        if (Find(node, SpellKind.Paused, at) is { } paused)
        {
            return $"{node} runs but stands still since {Say.Time(paused.From)}{Say.Until(paused.Until)}";
        }

        return Find(node, SpellKind.Slow, at) is { } slow
            ? $"{node} runs but is slow since {Say.Time(slow.From)}" : $"{node} runs";
    }

    private void Read(TraceEntry entry)
    {
        var (at, node) = (entry.Stamp.At, entry.Stamp.Node);
        var isDown = node.IsSomebody && Find(node, SpellKind.Down, at) is not null;
        switch (entry.Command)
        {
            case KillNode when !isDown: Fall(node, at, entry); break;
            case RestartNode when isDown: End(node, at, SpellKind.Down); End(node, at, SpellKind.Left); break;
            case PauseNode pause when !isDown && Find(node, SpellKind.Paused, at) is null:
                _spells.Add(new Spell(node, SpellKind.Paused, at, entry)
                {
                    Until = pause.Duration is { } span ? at + span : Instant.Max,
                });
                break;
            case ResumeNode when !isDown: End(node, at, SpellKind.Paused); break;
            case SlowNode slow:
                End(node, at, SpellKind.Slow);
                if (slow.Delay > TimeSpan.Zero)
                {
                    _spells.Add(new Spell(node, SpellKind.Slow, at, entry));
                }

                break;
            case LeaveNode when !isDown && Find(node, SpellKind.Left, at) is null:
                _spells.Add(new Spell(node, SpellKind.Left, at, entry));
                _spells.Add(new Spell(node, SpellKind.Down, at + LeaveGrace, entry));
                break;
        }
    }

    private void Fall(NodeId node, Instant at, TraceEntry entry)
    {
        End(node, at, SpellKind.Paused);
        _spells.RemoveAll(spell => spell.Node == node && spell.Kind == SpellKind.Down && spell.From > at);
        _spells.Add(new Spell(node, SpellKind.Down, at, entry));
    }

    private void End(NodeId node, Instant at, SpellKind kind)
    {
        if (Find(node, kind, at) is { } spell)
        {
            spell.Until = at;
        }
    }
}
