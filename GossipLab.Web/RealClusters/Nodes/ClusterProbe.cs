using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GossipLab.Core.Values;
using GossipLab.Node.Settings;
using GossipLab.Node.Words;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>Asks one node of a cluster that somebody else started who belongs to it and how it is set.</summary>
/// <param name="limits">How many members are carried.</param>
internal sealed class ClusterProbe(RealClusterLimits limits) : IDisposable
{
    private const int MostBytes = 4_000_000;

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(5),
        MaxResponseContentBufferSize = MostBytes,
    };

    /// <summary>Finds a cluster.</summary>
    /// <param name="contact">A host, or a host and a port, of any of its members.</param>
    /// <param name="secret">The secret they share; null or empty where they have none.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What to watch, or why there is nothing.</returns>
    public async Task<(RealClusterOptions? Options, string? Fault)> FindAsync(
        string contact, string? secret, CancellationToken cancel)
    {
        if (OwnAddress.TryComplete(contact.Trim(), NodeSettings.UsualPort) is not { } complete)
        {
            return (null, $"Address: «{contact}» is not a host or host:port, such as 10.0.0.7:8080.");
        }

        try
        {
            var members = await ReadAsync(
                complete, "/v1/members", NodeJson.Default.IReadOnlyListNamedMember, cancel).ConfigureAwait(false);
            var config = await ReadAsync(complete, "/v1/config", NodeJson.Default.ConfigWord, cancel)
                .ConfigureAwait(false);
            return Read(
                [.. from member in members
                    let address = member.Address
                    where address is not null
                    select new WatchedMember(member.Name, address)],
                config, string.IsNullOrEmpty(secret) ? null : secret);
        }
        catch (HttpRequestException fault)
        {
            return (null, $"{complete}: {ReachText.Of(fault)}.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, $"{complete}: {ReachText.TimedOut}.");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return (null, $"{complete}: {ReachText.Of(HttpStatusCode.NotFound)}.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private (RealClusterOptions? Options, string? Fault) Read(
        IReadOnlyList<WatchedMember> members, ConfigWord config, string? secret)
    {
        if (members.Count > limits.MostInProcess)
        {
            return (null, string.Create(CultureInfo.InvariantCulture,
                $"The cluster has {members.Count:N0} members; this page carries {limits.MostInProcess:N0}."));
        }

        return (new RealClusterOptions
        {
            Kind = NodeKind.Watched,
            Nodes = members.Count,
            Interval = TimeSpan.TryParse(config.Interval, CultureInfo.InvariantCulture, out var interval)
                ? interval : TimeSpan.FromSeconds(1),
            FanOut = config.FanOut,
            TieBreak = Enum.TryParse<TieBreak>(config.TieBreak, out var tie) ? tie : default,
            Membership = Enum.TryParse<MembershipPreset>(config.Membership, out var preset) ? preset : default,
            Watched = new WatchedCluster([.. members.OrderBy(member => member.Name.Length)
                .ThenBy(member => member.Name, StringComparer.Ordinal)], secret),
        }, null);
    }

    private async Task<T> ReadAsync<T>(
        string address, string path, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        using var answer = await _client.GetAsync(new Uri($"http://{address}{path}"), cancel).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException(HttpRequestError.Unknown, statusCode: answer.StatusCode);
        }

        using var stream = await answer.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        return await JsonSerializer.DeserializeAsync(stream, type, cancel).ConfigureAwait(false)
            ?? throw new JsonException("it said nothing");
    }
}
