using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <summary>
/// Follows what was recorded of a run back from an effect to ground truth, nearest first, until it is there or the
/// graph is as large as it may be.
/// </summary>
internal sealed partial class CauseGraphBuilder
{
    private readonly RunRecord _record;
    private readonly Scenario _scenario;
    private readonly Spells _spells;
    private readonly List<CauseNode> _nodes = [];
    private readonly Dictionary<string, CauseNode> _byKey = [];
    private readonly Queue<(CauseNode Node, Action<CauseNode> Explain)> _open = [];
    private bool _isCut;

    public CauseGraphBuilder(RunRecord record, Scenario scenario)
    {
        (_record, _scenario) = (record, scenario);
        _spells = new Spells(record.Commands);
    }

    /// <summary>The truth about machines in this run.</summary>
    public Spells Spells => _spells;

    /// <summary>Why an event happened.</summary>
    public CauseGraph OfEvent(TraceEntry entry)
    {
        if (entry.Kind is TraceKind.Arrived or TraceKind.Lost or TraceKind.Sent
            && _record.Ways.TryGetValue(entry.Flight.Id, out var way))
        {
            return OfMessage(way);
        }

        AddEvent(null, entry);
        Explain();
        return entry.Kind == TraceKind.Reported && entry.What.Kind == NodeEventKind.BeliefChanged
            ? OfBelief(entry) : Graph();
    }

    /// <summary>Why a message was sent, and what became of it.</summary>
    public CauseGraph OfMessage(MessageWay way)
    {
        var root = AddMessage(null, way, about: null);
        if (FindObstacle(way, long.MaxValue, Instant.Max) is { } obstacle)
        {
            root.Text += way.Lost is null
                ? $"; it is due at {Say.Time(way.Sent.Flight.DueAt)}" : $", and was {obstacle.Text}";
            AddObstacle(root, obstacle);
        }

        AddCargo(root, way);
        Explain();
        return Graph();
    }

    /// <summary>Why something is so that was so from the beginning.</summary>
    public CauseGraph OfBirth(Question question, string text, Instant at)
    {
        var (node, subject) = (question.Node, question.Subject);
        Add(null, new CauseNode
        {
            Form = CauseForm.Start, Key = $"birth:{node}", Text = text, Node = node, At = at,
        }, null);
        return !subject.IsSomebody ? Graph() : Graph() with
        {
            Truth = _spells.TruthOf(subject, at),
            IsFalse = _spells.Find(subject, SpellKind.Down, at) is not null,
        };
    }

    private CauseGraph OfBelief(TraceEntry entry)
    {
        var (what, at) = (entry.What, entry.Stamp.At);
        var isUp = _spells.Find(what.Subject, SpellKind.Down, at) is null;
        return Graph() with
        {
            Truth = _spells.TruthOf(what.Subject, at),
            IsFalse = what.State is MemberState.Dead ? isUp : what.State is MemberState.Suspect ? isUp
                : what.State is MemberState.Alive ? !isUp : null,
            Since = Since(entry),
        };
    }

    private CauseGraph Graph() => new() { Nodes = _nodes, IsCut = _isCut, Path = PathOf(_nodes[0]) };

    // Along the first causes: who told whom, back to who found out by itself.
    private List<NodeId> PathOf(CauseNode root)
    {
        var path = new List<NodeId>();
        for (var node = root; root.Form == CauseForm.Effect && node.Causes.Count > 0; node = _nodes[node.Causes[0]])
        {
            if (node.Form == CauseForm.Message)
            {
                path.Insert(0, node.Node);
                continue;
            }

            if (node.Form != CauseForm.Effect || _nodes[node.Causes[0]].Form != CauseForm.Message)
            {
                break;
            }
        }

        if (path.Count > 0)
        {
            path.Add(root.Node);
        }

        return path;
    }

    private List<string> Since(TraceEntry belief)
    {
        var (what, lines) = (belief.What, new List<string>());
        if (what.State is not (MemberState.Suspect or MemberState.Dead))
        {
            return lines;
        }

        foreach (var entry in _record.Between(belief.Stamp.Id + 1, long.MaxValue))
        {
            if (entry.Kind == TraceKind.Reported && entry.Stamp.Node == what.Subject
                && entry.What.Rule == Rule.SelfRefuted && lines.Count < 3)
            {
                lines.Add($"{what.Subject} refuted with incarnation {Say.Number(entry.What.Number)} "
                    + $"at {Say.Time(entry.Stamp.At)}");
            }
        }

        return lines;
    }

    private void Explain()
    {
        while (_open.TryDequeue(out var next))
        {
            next.Explain(next.Node);
        }
    }

    // What is new is explained later, nearest first, so that a bound cuts off what is farthest.
    private CauseNode Add(CauseNode? effect, CauseNode cause, Action<CauseNode>? explain)
    {
        if (_byKey.TryGetValue(cause.Key, out var known))
        {
            effect?.Add(known);
            return known;
        }

        var depth = effect is null ? 0 : effect.Depth + 1;
        if (_nodes.Count >= CauseGraph.MostNodes - 1 || depth > CauseGraph.MostDepth)
        {
            return AddMore(effect);
        }

        (cause.Id, cause.Depth) = (_nodes.Count, depth);
        _nodes.Add(cause);
        _byKey.Add(cause.Key, cause);
        effect?.Add(cause);
        if (explain is not null)
        {
            _open.Enqueue((cause, explain));
        }

        return cause;
    }

    private CauseNode AddMore(CauseNode? effect)
    {
        _isCut = true;
        if (!_byKey.TryGetValue("more", out var more))
        {
            more = new CauseNode
            {
                Form = CauseForm.More, Key = "more", Text = "the trail goes on and is not followed any further",
                Id = _nodes.Count,
            };
            _nodes.Add(more);
            _byKey.Add(more.Key, more);
        }

        effect?.Add(more);
        return more;
    }

    private CauseNode AddCommand(CauseNode effect, TraceEntry command) => Add(effect, new CauseNode
    {
        Form = CauseForm.Command,
        Key = $"command:{command.Stamp.At}:{WordsOf(command)}",
        Text = $"you did this at {Say.Time(command.Stamp.At)}: {WordsOf(command)}",
        At = command.Stamp.At,
        Node = command.Stamp.Node,
        Event = command.Stamp.Id,
        Removal = RunChange.Without(command),
        IsNeeded = true,
    }, null);

    // A command's entry always has its command.
    private static string WordsOf(TraceEntry command) => CommandText.Of(command.Command!);

    private CauseNode AddLeaf(CauseNode effect, CauseForm form, string text) => Add(effect, new CauseNode
    {
        Form = form, Key = $"{form}:{text}", Text = text, At = effect.At,
    }, null);
}
