using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;

namespace GossipLab.Core.Experiments;

/// <summary>When the newest value reached half, 99 % and all of the running nodes. A newer write starts anew.</summary>
internal sealed class SpreadMarks
{
    private Generation _newest = Generation.Zero;
    private Instant _writtenAt;

    public TimeSpan? ToHalf { get; private set; }

    public TimeSpan? ToMost { get; private set; }

    public TimeSpan? ToAll { get; private set; }

    // Where nothing was ever written, nothing is to be waited for.
    public bool IsSettled(ValueCensus census) =>
        _newest == Generation.Zero || (ToAll is not null && census.IsConverged);

    public void Look(Instant now, ValueCensus census)
    {
        if (census.Newest != _newest)
        {
            (_newest, _writtenAt) = (census.Newest, now);
            (ToHalf, ToMost, ToAll) = (null, null, null);
        }

        if (_newest == Generation.Zero || census.Running == 0)
        {
            return;
        }

        var (informed, running) = ((long)census.Informed, (long)census.Running);
        ToHalf ??= informed * 2 >= running ? now - _writtenAt : null;
        ToMost ??= informed * 100 >= running * 99 ? now - _writtenAt : null;
        ToAll ??= census.IsConverged ? now - _writtenAt : null;
    }
}
