using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using GossipLab.Web.Labs;
using GossipLab.Web.RealClusters.Nodes;

namespace GossipLab.Web.RealClusters;

/// <summary>
/// All real clusters of this server by id, within its limits. Those that nobody watches are stopped after a while, and
/// all when the server stops.
/// </summary>
public sealed class RealClusterDirectory : IAsyncDisposable
{
    private const int IdBytes = 9;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, RealCluster> _clusters = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1);
    private readonly SemaphoreSlim _shadowTurn = new(1);
    private readonly RealClusterLimits _limits;
    private readonly RealClusterHost _host;
    private readonly ITimer _look;

    /// <summary>A directory without clusters.</summary>
    public RealClusterDirectory(
        RealClusterLimits limits, NodeStarter starter, TimeProvider time, ILogger<RealClusterDirectory> logger)
    {
        _limits = limits;
        _host = new RealClusterHost(limits, time, logger, starter, _shadowTurn);
        _look = time.CreateTimer(_ => _ = StopUnwatchedAsync(), null, LookEvery, LookEvery);
    }

    /// <summary>The limits of this server.</summary>
    public RealClusterLimits Limits => _limits;

    /// <summary>All clusters.</summary>
    public IReadOnlyList<RealCluster> All => [.. _clusters.Values];

    /// <summary>Starts a cluster.</summary>
    /// <exception cref="LabLimitException">
    /// The server does not carry it; the message says why and what helps.
    /// </exception>
    public async Task<RealCluster> OpenAsync(RealClusterOptions options)
    {
        if (options.FindFault(_limits) is { } wrong)
        {
            throw new LabLimitException(wrong);
        }

        await _opening.WaitAsync().ConfigureAwait(false);
        try
        {
            if (FindBusy(options) is { } busy)
            {
                throw new LabLimitException(busy);
            }

            var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
            var cluster = Make(id, options);
            _clusters[id] = cluster;
            await cluster.StartAsync().ConfigureAwait(false);
            return cluster;
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Watches a cluster that somebody else started.</summary>
    /// <param name="address">A host, or a host and a port, of any of its members.</param>
    /// <param name="secret">The secret they share; null or empty where they have none.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="LabLimitException">It cannot be found or carried; the message says why.</exception>
    public async Task<RealCluster> AttachAsync(string address, string? secret, CancellationToken cancel)
    {
        using var probe = new ClusterProbe(_limits);
        var (options, fault) = await probe.FindAsync(address, secret, cancel).ConfigureAwait(false);
        return options is null ? throw new LabLimitException(fault!) : await OpenAsync(options).ConfigureAwait(false);
    }

    /// <summary>The cluster of an id, or null when it was stopped or never was.</summary>
    public RealCluster? Find(string? id) =>
        id is not null && _clusters.TryGetValue(id, out var cluster) ? cluster : null;

    /// <summary>Stops a cluster with all its nodes.</summary>
    public async Task StopAsync(string id)
    {
        if (_clusters.TryRemove(id, out var cluster))
        {
            await cluster.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Stops those that nobody has watched for too long.</summary>
    public Task StopUnwatchedAsync() => Task.WhenAll(
        _clusters.Values.Where(cluster => cluster.Unwatched > _limits.StopAfter).Select(one => StopAsync(one.Id)));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _look.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(_clusters.Keys.Select(StopAsync)).ConfigureAwait(false);
        _opening.Dispose();
        _shadowTurn.Dispose();
    }

    private RealCluster Make(string id, RealClusterOptions options)
    {
        try
        {
            return new RealCluster(id, options, _host);
        }
        catch (InvalidOperationException noPorts)
        {
            throw new LabLimitException(noPorts.Message);
        }
    }

    private string? FindBusy(RealClusterOptions options)
    {
        if (_clusters.Count >= _limits.MostClusters)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"This server runs {_limits.MostClusters} real clusters, as many as it carries. Stop one first.");
        }

        if (options.Kind == NodeKind.Watched)
        {
            return null;
        }

        var most = options.Kind == NodeKind.Processes ? _limits.MostProcessesInAll : _limits.MostInProcessInAll;
        var there = _clusters.Values.Where(one => one.Options.Kind == options.Kind).Sum(one => one.Options.Nodes);
        if (there + options.Nodes > most)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"This server runs {there:N0} of at most {most:N0} such nodes; {options.Nodes:N0} more are too many. "
                + $"Ask for at most {most - there:N0}, or stop a cluster.");
        }

        return options.Kind == NodeKind.Processes ? FindNoMemory(options.Nodes) : null;
    }

    private string? FindNoMemory(int processes)
    {
        var memory = GC.GetGCMemoryInfo();
        var free = memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes;
        var fits = (int)Math.Min(int.MaxValue, Math.Max(0, free) / _limits.FreeBytesPerProcess);
        return fits >= processes ? null : string.Create(CultureInfo.InvariantCulture,
            $"There is memory for {fits:N0} more processes, not for {processes:N0}. Ask for fewer, or for nodes within "
            + $"this process.");
    }
}
