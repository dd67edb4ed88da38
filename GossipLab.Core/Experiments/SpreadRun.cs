using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments;

/// <summary>
/// One run: how many knew the newest value at moments evenly apart, and when all did. The memory is bounded: where
/// there would be too many moments, every second one is let go.
/// </summary>
internal sealed class SpreadRun(TimeSpan unit)
{
    public const int MostMoments = 960;
    public const int MostWrites = 64;

    private readonly List<(Instant Written, Instant? Reached)> _writes = [];
    private List<int> _counts = [];
    private Generation _newest = Generation.Zero;
    private int _informed;

    /// <summary>The finest distance of two moments.</summary>
    public TimeSpan Unit => unit;

    /// <summary>How many units two moments of this run are apart: a power of two.</summary>
    public int Stride { get; private set; } = 1;

    public int Count => _counts.Count;

    /// <summary>How many knew it after so many units; the last count holds on.</summary>
    public int At(int units) =>
        units / Stride is var place && place < _counts.Count ? _counts[place] : _informed;

    public bool Wrote(Instant written) => _writes.Exists(write => write.Written == written);

    public Instant? Reached(Instant written) => _writes.Find(write => write.Written == written).Reached;

    public void Look(Instant now, ValueCensus census)
    {
        Fill(now);
        _informed = census.Newest == Generation.Zero ? 0 : census.Informed;
        if (census.Newest != _newest)
        {
            _newest = census.Newest;
            _writes.Add((now, null));
            if (_writes.Count > MostWrites)
            {
                _writes.RemoveAt(0);
            }
        }

        if (_informed > 0 && census.IsConverged && _writes is [.., { Reached: null } last])
        {
            _writes[^1] = (last.Written, now);
        }
    }

    // Up to now, all was as it is known so far.
    private void Fill(Instant now)
    {
        while (Instant.Zero + unit * ((long)_counts.Count * Stride) < now)
        {
            _counts.Add(_informed);
            if (_counts.Count == MostMoments)
            {
                _counts = [.. _counts.Where((_, place) => place % 2 == 0)];
                Stride *= 2;
            }
        }
    }
}
