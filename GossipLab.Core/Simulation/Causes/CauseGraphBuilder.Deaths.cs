using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation.Causes;

/// <content>Suspicions that ran out, and heartbeats that did not come.</content>
internal sealed partial class CauseGraphBuilder
{
    private const int MostBeats = 5;

    private void ExplainTimeout(CauseNode node, TraceEntry entry)
    {
        var (observer, subject) = (entry.Stamp.Node, entry.What.Subject);
        var began = _record.LastBefore(entry.Stamp.Id, other => other.Kind == TraceKind.Reported
            && other.Stamp.Node == observer && other.What.Subject == subject
            && other.What.Rule == Rule.SuspectAccepted);
        if (began is null)
        {
            AddMore(node);
            return;
        }

        AddEvent(node, began);
        var confirmations = 0;
        foreach (var other in _record.Between(began.Stamp.Id, entry.Stamp.Id))
        {
            if (other.Kind == TraceKind.Reported && other.Stamp.Node == observer && other.What.Subject == subject
                && other.What.Rule == Rule.SuspectConfirmed)
            {
                confirmations++;
                AddEvent(node, other);
            }
        }

        var lasted = CommandText.Span(entry.Stamp.At - began.Stamp.At);
        AddLeaf(node, CauseForm.Setting, $"the suspicion had {lasted}, with {Say.Number(confirmations)} "
            + $"{(confirmations == 1 ? "confirmation" : "confirmations")} and SuspicionMultiplier "
            + Say.Number(_scenario.Node.Membership.SuspicionMultiplier));
        AddNoRefutation(node, began, entry);
    }

    // A refutation that had come in time would have ended the suspicion.
    private void AddNoRefutation(CauseNode death, TraceEntry began, TraceEntry end)
    {
        var (observer, subject) = (end.Stamp.Node, end.What.Subject);
        var obstacle = FindMissingRefutation(observer, subject, began, end);
        Add(death, new CauseNode
        {
            Form = CauseForm.Absence,
            Key = $"refutation:{observer}:{subject}:{began.Stamp.At}",
            Text = $"no refutation reached {observer} by {Say.Time(end.Stamp.At)}: {obstacle.Text}",
            At = end.Stamp.At,
            Node = observer,
            Rule = Rule.SelfRefuted,
            IsNeeded = true,
            Removal = obstacle.Removal,
        }, absence => AddObstacle(absence, obstacle));
    }

    private Obstacle FindMissingRefutation(NodeId observer, NodeId subject, TraceEntry began, TraceEntry end)
    {
        var refuted = _record.LastBefore(end.Stamp.Id, other => other.Kind == TraceKind.Reported
            && other.Stamp.Node == subject && other.What.Rule == Rule.SelfRefuted
            && other.What.Number > began.What.Number);
        if (refuted is not null)
        {
            var told = Telling(observer, subject, began, end).Where(way => NewsIn(way, subject)
                is { State: MemberState.Alive } news && news.Incarnation.Number > began.What.Number);
            return FirstObstacle(told, end) is { } way
                ? way with { Text = $"{subject} had refuted at {Say.Time(refuted.Stamp.At)}, and {way.Text}" }
                : new Obstacle($"{subject} had refuted at {Say.Time(refuted.Stamp.At)}, and nobody had told "
                    + $"{observer} yet", CauseForm.Timer);
        }

        foreach (var kind in (ReadOnlySpan<SpellKind>)[SpellKind.Down, SpellKind.Paused])
        {
            if (_spells.Find(subject, kind, end.Stamp.At) is { } spell)
            {
                var state = kind == SpellKind.Down ? "was not running" : "stood still";
                var text = $"{subject} {state} since {Say.Time(spell.From)} and heard nothing";
                return new Obstacle(text, CauseForm.Truth)
                {
                    Command = spell.Command, Removal = RunChange.Without(spell.Command),
                };
            }
        }

        var accused = Telling(subject, subject, began, end).Where(way =>
            NewsIn(way, subject) is { State: MemberState.Suspect or MemberState.Dead });
        return FirstObstacle(accused, end) is { } accusation
            ? accusation with { Text = $"{subject} had not heard of it, since {accusation.Text}" }
            : new Obstacle($"nobody had told {subject} of the accusation", CauseForm.Timer);
    }

    private IEnumerable<MessageWay> Telling(NodeId to, NodeId about, TraceEntry from, TraceEntry before)
    {
        foreach (var sent in _record.Between(from.Stamp.Id, before.Stamp.Id))
        {
            if (sent.Kind == TraceKind.Sent && sent.Flight.To == to
                && _record.Ways.TryGetValue(sent.Flight.Id, out var way) && NewsIn(way, about) is not null)
            {
                yield return way;
            }
        }
    }

    private Obstacle? FirstObstacle(IEnumerable<MessageWay> ways, TraceEntry end)
    {
        foreach (var way in ways)
        {
            if (Named(way, end) is { } obstacle)
            {
                return obstacle;
            }
        }

        return null;
    }

    private void ExplainSilence(CauseNode node, TraceEntry entry)
    {
        var (observer, subject) = (entry.Stamp.Node, entry.What.Subject);
        var heard = _record.LastBefore(entry.Stamp.Id, other => other.Kind == TraceKind.Arrived
            && other.Flight.From == subject && other.Flight.To == observer
            && other.Message.Kind == MessageKind.Heartbeat);
        var beats = _record.Between(heard?.Stamp.Id ?? 0, entry.Stamp.Id).Where(sent => sent.Kind == TraceKind.Sent
            && sent.Flight.From == subject && sent.Flight.To == observer && sent.Message.Kind == MessageKind.Heartbeat)
            .TakeLast(MostBeats).ToArray();
        foreach (var beat in beats)
        {
            if (_record.Ways.TryGetValue(beat.Flight.Id, out var way) && Named(way, entry) is { } obstacle)
            {
                AddBeat(node, beat, obstacle);
            }
        }

        if (beats.Length == 0)
        {
            var since = heard is null ? "" : $" since {Say.Time(heard.Flight.SentAt)}";
            AddSilence(node, entry, $"{subject} sent {observer} no heartbeat{since}");
        }

        AddLeaf(node, CauseForm.Setting,
            $"HeartbeatTimeout is {CommandText.Span(_scenario.Node.Membership.HeartbeatTimeout)}");
    }

    private void AddBeat(CauseNode node, TraceEntry beat, Obstacle obstacle) => Add(node, new CauseNode
    {
        Form = CauseForm.Absence,
        Key = FormattableString.Invariant($"beat:{beat.Flight.From}:{beat.Flight.To}:{beat.Stamp.At.Microseconds}"),
        Text = $"the heartbeat of {Say.Time(beat.Stamp.At)} did not come: {obstacle.Text}",
        At = beat.Stamp.At,
        Node = beat.Flight.To,
        Event = beat.Stamp.Id,
        Removal = obstacle.Removal,
    }, absence => AddObstacle(absence, obstacle));

    private void AddSilence(CauseNode node, TraceEntry entry, string text)
    {
        var subject = entry.What.Subject;
        var spell = _spells.Find(subject, SpellKind.Down, entry.Stamp.At)
            ?? _spells.Find(subject, SpellKind.Paused, entry.Stamp.At);
        Add(node, new CauseNode
        {
            Form = CauseForm.Absence,
            Key = $"silence:{node.Node}:{subject}",
            Text = spell is null ? text : $"{text}: {_spells.TruthOf(subject, entry.Stamp.At)}",
            At = entry.Stamp.At,
            Node = subject,
            Removal = spell is null ? null : RunChange.Without(spell.Command),
            IsNeeded = spell is not null,
        }, absence =>
        {
            if (spell is not null)
            {
                AddCommand(absence, spell.Command);
            }
        });
    }
}
