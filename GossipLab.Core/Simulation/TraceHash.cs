using System.Globalization;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Core.Simulation;

/// <summary>
/// A fingerprint of a run: 64 bits over every command, message and report in order. Two people who see the same hash
/// saw
/// the same run. Timers that led to nothing are not part of it, so skipping them cannot be noticed.
/// </summary>
public sealed class TraceHash : IRewindable
{
    private ulong _hash = 0x60551B1AB;

    /// <summary>The fingerprint so far.</summary>
    public ulong Value => _hash;

    /// <summary>The fingerprint as 16 hexadecimal digits.</summary>
    public override string ToString() => _hash.ToString("x16", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void OnCommand(in TraceStamp stamp, ClusterCommand command)
    {
        Mix(1, stamp.At.Microseconds, stamp.Node.Index);
        foreach (var letter in CommandText.Of(command))
        {
            _hash = Dice.Mix(_hash ^ letter);
        }
    }

    /// <inheritdoc/>
    public void OnSent(in TraceStamp stamp, in Flight flight, in Message message)
    {
        Mix(2, stamp.At.Microseconds, flight.From.Index);
        Mix((int)message.Kind, flight.DueAt.Microseconds, flight.To.Index);
        Mix((int)message.Sequence, message.Value.Value, (int)message.Value.Generation.Number);
        Mix(message.Updates.Count, message.Subject.Index, message.Flag ? 1 : 0);
        foreach (ref readonly var update in message.Updates.Items)
        {
            Mix((int)update.State, (long)update.Subject.Index << 32 | update.Incarnation.Number, update.From.Index);
        }
    }

    /// <inheritdoc/>
    public void OnArrived(in TraceStamp stamp, in Flight flight, in Message message) =>
        Mix(3, stamp.At.Microseconds, (int)flight.Id);

    /// <inheritdoc/>
    public void OnLost(in TraceStamp stamp, in Flight flight, in Message message, LossReason reason, Instant lostAt)
    {
        Mix(4, stamp.At.Microseconds, (int)flight.Id);
        Mix((int)reason, lostAt.Microseconds, 0);
    }

    /// <inheritdoc/>
    public void OnReported(in TraceStamp stamp, in NodeEvent what)
    {
        Mix(5, stamp.At.Microseconds, stamp.Node.Index);
        Mix((int)what.Rule, what.Number, what.Subject.Index);
        Mix((int)what.State, what.Value, what.From.Index);
    }

    /// <inheritdoc/>
    public ObserverState Save() => new State(_hash);

    /// <inheritdoc/>
    public void Restore(ObserverState state) => _hash = ((State)state).Hash;

    private void Mix(int first, long second, int third)
    {
        _hash = Dice.Mix(_hash ^ (ulong)second);
        _hash = Dice.Mix(_hash + ((ulong)(uint)first << 32 | (uint)third));
    }

    private sealed record State(ulong Hash) : ObserverState(Bytes: 32);
}
