using GossipLab.Core.Simulation.Checkpoints;

namespace GossipLab.Web.Labs.Rules;

/// <summary>Where rules first broke, branch by branch. What stands here is known, wherever the run is taken.</summary>
internal sealed class RuleBreaks
{
    private readonly Dictionary<(int Lane, string Rule), RuleBreak> _breaks = [];

    /// <summary>How a rule first broke in a branch, in what it shares with its parents too; or null.</summary>
    public RuleBreak? Find(Lane? lane, string rule)
    {
        var limit = long.MaxValue;
        for (; lane is not null; lane = lane.Parent)
        {
            if (_breaks.TryGetValue((lane.Id, rule), out var found) && found.At.Microseconds <= limit)
            {
                return found;
            }

            limit = Math.Min(limit, lane.ForkedAt.Microseconds);
        }

        return null;
    }

    /// <summary>Notes a break, unless one is known.</summary>
    /// <returns>Whether it is news.</returns>
    public bool Note(Lane lane, string rule, RuleBreak what)
    {
        if (Find(lane, rule) is not null)
        {
            return false;
        }

        _breaks[(lane.Id, rule)] = what;
        return true;
    }

    /// <summary>A rule is gone, in all branches.</summary>
    public void Forget(string rule)
    {
        foreach (var key in _breaks.Keys.Where(key => key.Rule == rule).ToArray())
        {
            _breaks.Remove(key);
        }
    }
}
