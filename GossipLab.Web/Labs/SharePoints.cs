using GossipLab.Core.Primitives;

namespace GossipLab.Web.Labs;

/// <summary>A share at a moment.</summary>
/// <param name="At">When it became so.</param>
/// <param name="Share">From 0 to 1.</param>
public readonly record struct SharePoint(Instant At, double Share);

/// <summary>A bounded number of shares over time: when there are too many, every second one is let go.</summary>
public sealed class SharePoints
{
    /// <summary>The most points kept.</summary>
    public const int Most = 800;

    private List<SharePoint> _points = [];
    private int _skip = 1;
    private int _skipped;

    /// <summary>How many are kept.</summary>
    public int Count => _points.Count;

    /// <summary>Adds a point.</summary>
    public void Add(SharePoint point)
    {
        if (++_skipped < _skip)
        {
            return;
        }

        _skipped = 0;
        _points.Add(point);
        if (_points.Count > Most)
        {
            _points = [.. _points.Where((_, place) => place % 2 == 0)];
            _skip *= 2;
        }
    }

    /// <summary>Makes a copy that goes its own way.</summary>
    public SharePoints Copy() => new() { _points = [.. _points], _skip = _skip, _skipped = _skipped };

    /// <summary>A selection of what is kept, oldest first.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<SharePoint> Take(int most)
    {
        var every = Math.Max(1, (_points.Count + most - 1) / Math.Max(1, most));
        return every == 1 ? [.. _points] : [.. _points.Where((_, place) => place % every == 0)];
    }
}
