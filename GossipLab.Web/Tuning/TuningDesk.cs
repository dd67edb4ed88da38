using System.Security.Cryptography;
using GossipLab.Core.Experiments.Configuration;
using GossipLab.Core.Experiments.Tuning;
using GossipLab.Web.Words;

namespace GossipLab.Web.Tuning;

/// <summary>The searches of this server. They outlive the pages that show them, and end with the server.</summary>
public sealed class TuningDesk(TimeProvider time, ILogger<TuningDesk> logger) : IDisposable
{
    /// <summary>The most runs of a search, times its nodes.</summary>
    public const long MostNodeRuns = 4_000_000;

    private const int MostRunning = 2;
    private const int MostHeld = 16;
    private const int IdBytes = 6;

    // Circuits share the desk; each takes its turn for the time of a look.
    private readonly Lock _turn = new();
    private readonly List<TuningSearch> _searches = [];

    /// <summary>Begins a search.</summary>
    /// <param name="plan">What is sought.</param>
    /// <param name="configuration">A sound configuration, in which the answer is written.</param>
    /// <param name="refusal">Why it is not played, in words; null where it is.</param>
    public TuningSearch? Start(TuningPlan plan, GossipConfiguration configuration, out string? refusal)
    {
        ArgumentNullException.ThrowIfNull(plan);
        refusal = plan.FindFault()
            ?? ((long)plan.Runs * plan.Cluster.Nodes > MostNodeRuns ? UiText.Tune.TooMuch(MostNodeRuns) : null);
        if (refusal is not null)
        {
            return null;
        }

        lock (_turn)
        {
            if (_searches.Count(search => search.IsRunning) >= MostRunning)
            {
                refusal = UiText.Tune.Busy;
                return null;
            }

            if (_searches.Count >= MostHeld && _searches.Find(search => !search.IsRunning) is { } oldest)
            {
                _searches.Remove(oldest);
                oldest.Dispose();
            }

            var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
            var begun = new TuningSearch(id, new TuningRunner(new TuningLedger(plan), time), configuration);
            _searches.Add(begun);
            begun.Begin(Math.Clamp(Environment.ProcessorCount, 1, 64), logger);
            return begun;
        }
    }

    /// <summary>A search of this server, or null.</summary>
    /// <param name="id">Its id.</param>
    public TuningSearch? Find(string? id)
    {
        lock (_turn)
        {
            return _searches.Find(search => search.Id == id);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var search in _searches)
        {
            search.Cancel();
        }

        Task.WaitAll([.. _searches.Select(search => search.Ended)], TimeSpan.FromSeconds(2));
        _searches.ForEach(search => search.Dispose());
    }
}
