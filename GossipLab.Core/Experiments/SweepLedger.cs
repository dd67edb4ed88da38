namespace GossipLab.Core.Experiments;

/// <summary>
/// Which runs of a sweep are done, given out and open. It is told results in any order and comes to the same bands:
/// whether a point has enough runs is judged on its first 20, 40, 60... runs, never on those that happen to be there.
/// Filled with what was kept, it goes on where it was. Not safe for several threads: whoever owns them takes turns.
/// </summary>
public sealed class SweepLedger
{
    private const int Batch = 20;
    private readonly RunResult?[][] _results;
    private readonly int[] _givenOut;
    private readonly int[] _judged;
    private readonly int[] _needed;

    /// <summary>A ledger with nothing done.</summary>
    /// <exception cref="ArgumentException">The plan has a fault; the message names it.</exception>
    public SweepLedger(SweepPlan plan)
    {
        if (plan.FindFault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(plan));
        }

        Plan = plan;
        _results = [.. Enumerable.Range(0, plan.Points).Select(_ => new RunResult?[plan.Seeds])];
        _givenOut = new int[plan.Points];
        _judged = new int[plan.Points];
        _needed = [.. Enumerable.Repeat(plan.Seeds, plan.Points)];
    }

    /// <summary>What is measured.</summary>
    public SweepPlan Plan { get; }

    /// <summary>How many runs count and are done.</summary>
    public int Done { get; private set; }

    /// <summary>How many runs count, as far as is known; it falls when a point stops early.</summary>
    public int Needed => _needed.Sum();

    /// <summary>Whether every point has its runs.</summary>
    public bool IsComplete => Done == Needed;

    /// <summary>Gives out a run that is open, each once.</summary>
    /// <returns>The run, or null if all are done or given out.</returns>
    public SweepCell? Next()
    {
        // All points grow together, so that a sweep cut short shows every one of them.
        var least = -1;
        for (var point = 0; point < _results.Length; point++)
        {
            while (_givenOut[point] < _needed[point] && _results[point][_givenOut[point]] is not null)
            {
                _givenOut[point]++;
            }

            if (_givenOut[point] < _needed[point] && (least < 0 || _givenOut[point] < _givenOut[least]))
            {
                least = point;
            }
        }

        return least < 0 ? null : new SweepCell(least, _givenOut[least]++);
    }

    /// <summary>Takes a result. One that is not needed any more, or known already, changes nothing.</summary>
    /// <param name="cell">The run.</param>
    /// <param name="result">What it measured.</param>
    /// <exception cref="ArgumentOutOfRangeException">The plan has no such run.</exception>
    public void Add(SweepCell cell, RunResult result)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cell.Point, nameof(cell));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell.Point, _results.Length, nameof(cell));
        ArgumentOutOfRangeException.ThrowIfNegative(cell.Run, nameof(cell));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell.Run, Plan.Seeds, nameof(cell));
        if (cell.Run >= _needed[cell.Point] || _results[cell.Point][cell.Run] is not null)
        {
            return;
        }

        _results[cell.Point][cell.Run] = result;
        Done++;
        Judge(cell.Point);
    }

    /// <summary>What a run measured, or null if it is not done or does not count.</summary>
    /// <param name="cell">The run.</param>
    public RunResult? Result(SweepCell cell) => _results[cell.Point][cell.Run];

    /// <summary>The band of a point over its runs so far, or null if none is done.</summary>
    /// <param name="point">The point; x turns fastest.</param>
    /// <param name="metric">What is asked.</param>
    public Band? BandOf(int point, RunMetric metric)
    {
        var figures = Figures(point, _needed[point], metric);
        return figures.Count > 0 ? Band.Of(figures) : null;
    }

    /// <summary>How long the rest will take at the pace so far, or null if nothing is done yet.</summary>
    /// <param name="worked">How long was worked.</param>
    /// <param name="doneBefore">How many runs were there when the work began.</param>
    public TimeSpan? Forecast(TimeSpan worked, int doneBefore = 0) =>
        Done > doneBefore ? worked / (Done - doneBefore) * (Needed - Done) : null;

    private void Judge(int point)
    {
        if (Plan.NarrowEnough is not { } width)
        {
            return;
        }

        while (_judged[point] + Batch < _needed[point])
        {
            var runs = _judged[point] + Batch;
            var figures = Figures(point, runs, Plan.Metric);
            if (figures.Count < runs)
            {
                return;
            }

            _judged[point] = runs;
            if (Band.Of(figures).Width <= width)
            {
                Done -= Figures(point, _needed[point], Plan.Metric).Count - runs;
                _needed[point] = runs;
                Array.Clear(_results[point], runs, Plan.Seeds - runs);
            }
        }
    }

    private List<double> Figures(int point, int runs, RunMetric metric) =>
        [.. _results[point].Take(runs).OfType<RunResult>().Select(result => result.Read(metric))];
}
