using GossipLab.Core.Primitives;

namespace GossipLab.Web.Labs;

/// <summary>What stands on a stretch of the tape.</summary>
/// <param name="Informed">How many nodes knew the newest value at its end; -1 where nothing was recorded.</param>
/// <param name="Running">How many nodes ran.</param>
/// <param name="Suspect">When a node was first suspected in it; null where none was.</param>
/// <param name="Dead">When a node was first believed dead in it; null where none was.</param>
/// <param name="Refuted">When a node first refuted in it; null where none did.</param>
public readonly record struct TapeStretch(int Informed, int Running, Instant? Suspect, Instant? Dead, Instant? Refuted)
{
    /// <summary>Nothing was recorded here.</summary>
    public static TapeStretch Empty { get; } = new(-1, 0, null, null, null);

    /// <summary>This stretch and the next as one.</summary>
    public TapeStretch With(TapeStretch next) => new(
        next.Informed < 0 ? Informed : next.Informed, next.Informed < 0 ? Running : next.Running,
        Suspect ?? next.Suspect, Dead ?? next.Dead, Refuted ?? next.Refuted);

    /// <summary>What of it happened up to a moment.</summary>
    public TapeStretch UpTo(Instant end) => this with
    {
        Suspect = Suspect <= end ? Suspect : null,
        Dead = Dead <= end ? Dead : null,
        Refuted = Refuted <= end ? Refuted : null,
    };
}

/// <summary>The course of one lane in a bounded number of stretches; they double in length as the lane grows.</summary>
public sealed class Tape
{
    /// <summary>How many stretches there are.</summary>
    public const int Stretches = 480;

    private readonly TapeStretch[] _stretches = new TapeStretch[Stretches];
    private long _width = 20_000;

    /// <summary>A tape on which nothing stands.</summary>
    public Tape() => Array.Fill(_stretches, TapeStretch.Empty);

    /// <summary>The last event on it.</summary>
    public long LastEvent { get; set; }

    /// <summary>How long a stretch is.</summary>
    public TimeSpan Width => TimeSpan.FromMicroseconds(_width);

    /// <summary>Puts something on it.</summary>
    public void Put(Instant at, TapeStretch what)
    {
        while (at.Microseconds / _width >= Stretches)
        {
            Double();
        }

        ref var stretch = ref _stretches[at.Microseconds / _width];
        stretch = stretch.With(what);
    }

    /// <summary>The stretches up to a moment.</summary>
    public TapeStretch[] UpTo(Instant end) => _stretches[..(int)Math.Min(Stretches, end.Microseconds / _width + 1)];

    /// <summary>The tape of a lane that parts here.</summary>
    /// <param name="at">The last moment shared.</param>
    /// <param name="lastEvent">The last event shared.</param>
    public Tape Part(Instant at, long lastEvent)
    {
        var tape = new Tape { _width = _width, LastEvent = Math.Min(lastEvent, LastEvent) };
        var shared = UpTo(at);
        shared.CopyTo(tape._stretches, 0);
        tape._stretches[shared.Length - 1] = shared[^1].UpTo(at);
        return tape;
    }

    private void Double()
    {
        _width *= 2;
        for (var index = 0; index < Stretches / 2; index++)
        {
            _stretches[index] = _stretches[2 * index].With(_stretches[2 * index + 1]);
        }

        Array.Fill(_stretches, TapeStretch.Empty, Stretches / 2, Stretches / 2);
    }
}
