namespace GossipLab.Web.Labs;

/// <summary>A bounded number of points of a curve: when there are too many, every second one is let go.</summary>
public sealed class CurvePoints
{
    /// <summary>The most points kept.</summary>
    public const int Most = 800;

    private readonly List<CurvePoint> _points = [];
    private int _skip = 1;
    private int _skipped;

    /// <summary>The last point added, kept or not; null before the first.</summary>
    public CurvePoint? Last { get; private set; }

    /// <summary>How many are kept.</summary>
    public int Count => _points.Count;

    /// <summary>Adds a point.</summary>
    public void Add(CurvePoint point)
    {
        Last = point;
        if (++_skipped < _skip)
        {
            return;
        }

        _skipped = 0;
        _points.Add(point);
        if (_points.Count > Most)
        {
            Thin();
        }
    }

    /// <summary>Makes a copy that goes its own way.</summary>
    public CurvePoints Copy()
    {
        var copy = new CurvePoints { _skip = _skip, _skipped = _skipped, Last = Last };
        copy._points.AddRange(_points);
        return copy;
    }

    /// <summary>A selection of what is kept, oldest first.</summary>
    /// <param name="most">How many at most.</param>
    public List<CurvePoint> Take(int most)
    {
        var every = Math.Max(1, (_points.Count + most - 1) / Math.Max(1, most));
        var points = new List<CurvePoint>(Math.Min(most, _points.Count) + 1);
        for (var index = 0; index < _points.Count; index += every)
        {
            points.Add(_points[index]);
        }

        return points;
    }

    private void Thin()
    {
        for (var index = 1; index <= _points.Count / 2; index++)
        {
            _points[index - 1] = _points[2 * index - 2];
        }

        _points.RemoveRange(_points.Count / 2, _points.Count - _points.Count / 2);
        _skip *= 2;
    }
}
