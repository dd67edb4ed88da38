using System.Collections.Concurrent;
using System.Security.Cryptography;
using GossipLab.Core.Nodes;
using GossipLab.Core.Simulation;

namespace GossipLab.Web.Labs;

/// <summary>
/// All labs of this server by id. Labs live here and not in circuits, so that a reload or a reconnect finds the same
/// run.
/// Labs that nobody watches are given up after a while, oldest first when the server is full.
/// </summary>
public sealed class LabDirectory(LabLimits limits, TimeProvider time, ILogger<LabDirectory> logger) : IAsyncDisposable
{
    private const int IdBytes = 9;

    private readonly ConcurrentDictionary<string, Lab> _labs = new(StringComparer.Ordinal);

    /// <summary>The limits of this server.</summary>
    public LabLimits Limits => limits;

    /// <summary>How many labs there are.</summary>
    public int Count => _labs.Count;

    /// <summary>Null, or why no lab can be opened now, in words.</summary>
    public string? Busy => _labs.Count >= limits.MostLabs && !_labs.Values.Any(lab => lab.Unwatched > TimeSpan.Zero)
        ? $"This server carries {limits.MostLabs} labs at once and all are being watched. Try again in a minute."
        : null;

    /// <summary>Opens a lab on a run.</summary>
    /// <exception cref="LabLimitException">The server carries no more, or not this size.</exception>
    /// <exception cref="ArgumentException">The scenario has a fault.</exception>
    public Lab Open(Scenario scenario, LabStart start)
    {
        Check(scenario, limits);
        EvictOld();
        if (Busy is { } busy)
        {
            throw new LabLimitException(busy);
        }

        while (_labs.Count >= limits.MostLabs && EvictLongestUnwatched())
        {
        }

        var id = Convert.ToBase64String(RandomNumberGenerator.GetBytes(IdBytes)).Replace('+', '-').Replace('/', '_');
        var lab = new Lab(id, scenario, start, new LabHost(limits, time, logger));
        _labs[id] = lab;
        return lab;
    }

    /// <summary>The lab of an id, or null when it was given up or never was.</summary>
    public Lab? Find(string? id) => id is not null && _labs.TryGetValue(id, out var lab) ? lab : null;

    /// <summary>Refuses what this server does not carry.</summary>
    /// <exception cref="LabLimitException">The cluster is too large.</exception>
    public static void Check(Scenario scenario, LabLimits limits)
    {
        var hasTables = scenario.Node.MembershipKind != MembershipKind.Static;
        var most = hasTables ? Math.Min(limits.MostNodes, limits.MostNodesWithTables) : limits.MostNodes;
        if (scenario.Nodes > most)
        {
            var why = hasTables ? " with a failure detector" : "";
            throw new LabLimitException(
                $"This server's labs have at most {most:N0} nodes{why}; {scenario.Nodes:N0} were asked for.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var lab in _labs.Values)
        {
            await lab.DisposeAsync().ConfigureAwait(false);
        }

        _labs.Clear();
    }

    private void EvictOld()
    {
        foreach (var lab in _labs.Values)
        {
            if (lab.Unwatched > limits.EvictAfter)
            {
                Evict(lab);
            }
        }
    }

    private bool EvictLongestUnwatched()
    {
        var oldest = _labs.Values.MaxBy(lab => lab.Unwatched);
        if (oldest is null || oldest.Unwatched == TimeSpan.Zero)
        {
            return false;
        }

        Evict(oldest);
        return true;
    }

    private void Evict(Lab lab)
    {
        if (_labs.TryRemove(lab.Id, out _))
        {
            _ = CloseAsync(lab);
        }
    }

    private static async Task CloseAsync(Lab lab) => await lab.DisposeAsync().ConfigureAwait(false);
}
