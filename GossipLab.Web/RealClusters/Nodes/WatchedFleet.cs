using System.Threading.Channels;
using GossipLab.Core.Protocol;
using GossipLab.Web.RealClusters.Watching;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>Nodes that somebody else started: they are listened to, and nothing is done to them.</summary>
internal sealed class WatchedFleet : INodeFleet
{
    private readonly IReadOnlyList<WatchedMember> _members;
    private readonly Dictionary<string, int> _numbers;
    private readonly NodeClient _client;
    private readonly ChannelWriter<Observation> _heard;
    private readonly CancellationTokenSource _stop = new();
    private Task _listening = Task.CompletedTask;

    /// <summary>A fleet that listens to nobody yet.</summary>
    /// <param name="watched">The members.</param>
    /// <param name="bornAt">The moment from which the cluster's time is counted.</param>
    /// <param name="heard">Takes what is heard.</param>
    public WatchedFleet(WatchedCluster watched, DateTimeOffset bornAt, ChannelWriter<Observation> heard)
    {
        (_members, _heard) = (watched.Members, heard);
        _numbers = _members.Select((member, index) => (member.Name, index))
            .ToDictionary(one => one.Name, one => one.index, StringComparer.Ordinal);
        _client = new NodeClient(watched.Secret, new NodeCard(NumberOf), bornAt);
    }

    public string AddressOf(NodeId id) => $"{_members[id.Index].Name}, {_members[id.Index].Address}";

    public void StartAll() => _listening = Task.WhenAll(_members.Select((member, index) => _client.ListenAsync(
        new NodeEar(new NodeId(index), Life: 0, member.Address), HearAsync, _stop.Token)));

    public void Start(NodeId id, int life, bool keepsData) => throw OnlyWatched();

    public void Kill(NodeId id) => throw OnlyWatched();

    public string? Pause(NodeId id) => throw OnlyWatched();

    public void Resume(NodeId id) => throw OnlyWatched();

    public void Leave(NodeId id) => throw OnlyWatched();

    public Task<string?> SetValueAsync(NodeId id, long value) => throw OnlyWatched();

    public Task<string?> SpreadFaultsAsync(NetworkFaults faults) => throw OnlyWatched();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _listening.ConfigureAwait(false);
        _client.Dispose();
        _stop.Dispose();
    }

    // Whoever may act asks before.
    private static InvalidOperationException OnlyWatched() => new("this cluster is only watched");

    private NodeId? NumberOf(string name) => _numbers.TryGetValue(name, out var index) ? new NodeId(index) : null;

    private async ValueTask HearAsync(Observation heard)
    {
        try
        {
            if (heard is StreamOpened)
            {
                await _heard.WriteAsync(new NodeAnswered(heard.Node, heard.Life), _stop.Token).ConfigureAwait(false);
            }

            await _heard.WriteAsync(heard, _stop.Token).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            // The cluster is no longer shown.
        }
    }
}
