namespace GossipLab.Core.Simulation.Checkpoints;

/// <summary>
/// The checkpoints of all lanes of a run, within a budget of memory. Beyond it the one is let go that is missed least:
/// the gap it leaves is small beside its distance, so that they lie dense near the newest; farther than a sixteenth of
/// the run they lie evenly, so that no moment is much farther from one than another. What is let go can be made again
/// by playing from the one before it.
/// </summary>
internal sealed class CheckpointStore(long mostBytes)
{
    // The part of the run that counts as near.
    private const int NearPart = 16;

    private readonly List<Checkpoint> _checkpoints = [];

    // What it cost to get to the farthest place of each lane that was ever kept: what lies behind the last checkpoint
    // has to be played too.
    private readonly Dictionary<Lane, long> _farthest = [];

    /// <summary>About how much memory they take.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count => _checkpoints.Count;

    /// <summary>Keeps one; another of the same lane and place is replaced.</summary>
    public void Add(Checkpoint checkpoint)
    {
        Remove(other => other.Lane == checkpoint.Lane && other.Position == checkpoint.Position);
        var place = _checkpoints.FindIndex(other => other.Lane.Id > checkpoint.Lane.Id
            || (other.Lane == checkpoint.Lane && other.Position > checkpoint.Position));
        _checkpoints.Insert(place < 0 ? _checkpoints.Count : place, checkpoint);
        Bytes += checkpoint.Bytes;
        _farthest[checkpoint.Lane] = Math.Max(checkpoint.Cost, _farthest.GetValueOrDefault(checkpoint.Lane));
        while (Bytes > mostBytes && _checkpoints.Count > 1)
        {
            LetGo(checkpoint);
        }
    }

    /// <summary>The last checkpoint on the way to a destination in a lane, its ancestors' shared parts too.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="to">The destination.</param>
    /// <param name="mostCost">What it cost at most to get there from the start.</param>
    public Checkpoint? Find(Lane lane, Destination to, long mostCost = long.MaxValue)
    {
        Checkpoint? best = null;
        foreach (var checkpoint in _checkpoints)
        {
            if (to.IsReachableFrom(checkpoint.Position, checkpoint.Events)
                && checkpoint.Cost <= mostCost && (best is null || checkpoint.Position > best.Position)
                && lane.Shares(checkpoint.Lane, checkpoint.Position))
            {
                best = checkpoint;
            }
        }

        return best;
    }

    /// <summary>What it cost to get to the first checkpoint of a lane behind a destination, if there is one.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="to">The destination.</param>
    public long? CostAfter(Lane lane, Destination to)
    {
        long? least = null;
        foreach (var checkpoint in _checkpoints)
        {
            if (checkpoint.Lane == lane && !to.IsReachableFrom(checkpoint.Position, checkpoint.Events)
                && checkpoint.Cost < (least ?? long.MaxValue))
            {
                least = checkpoint.Cost;
            }
        }

        return least;
    }

    /// <summary>Lets those of a lane go, from a place on.</summary>
    public void Forget(Lane lane)
    {
        Remove(checkpoint => checkpoint.Lane == lane);
        _farthest.Remove(lane);
    }

    private void Remove(Predicate<Checkpoint> match)
    {
        for (var index = _checkpoints.Count - 1; index >= 0; index--)
        {
            if (match(_checkpoints[index]))
            {
                RemoveAt(index);
            }
        }
    }

    private void RemoveAt(int index)
    {
        Bytes -= _checkpoints[index].Bytes;
        _checkpoints.RemoveAt(index);
    }

    private void LetGo(Checkpoint newest)
    {
        var (worst, least) = (-1, double.MaxValue);
        var near = _checkpoints.Max(checkpoint => checkpoint.Cost) / NearPart;
        for (var index = 0; index < _checkpoints.Count; index++)
        {
            var checkpoint = _checkpoints[index];
            if (checkpoint == newest)
            {
                continue;
            }

            var distance = Math.Min(near, Math.Abs(newest.Cost - checkpoint.Cost));
            var value = GapWithout(index) / (1.0 + distance);
            value = checkpoint.Lane == newest.Lane ? value : value / 2;
            if (value * (1L << 20) / (1 + checkpoint.Bytes) < least)
            {
                (worst, least) = (index, value * (1L << 20) / (1 + checkpoint.Bytes));
            }
        }

        RemoveAt(worst);
    }

    // What it costs to play over the place of a checkpoint once it is gone. To the end of a lane one goes more often
    // than to other places.
    private long GapWithout(int index)
    {
        var (lane, cost) = (_checkpoints[index].Lane, _checkpoints[index].Cost);
        var before = index > 0 && _checkpoints[index - 1].Lane == lane ? _checkpoints[index - 1].Cost : 0;
        if (index + 1 < _checkpoints.Count && _checkpoints[index + 1].Lane == lane)
        {
            return _checkpoints[index + 1].Cost - before;
        }

        var end = _farthest[lane];
        return cost == end ? 2 * (end - before) : end - before;
    }
}
