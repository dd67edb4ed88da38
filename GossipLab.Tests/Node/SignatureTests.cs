using System.Net;
using GossipLab.Core.Wire;
using GossipLab.Node.Security;
using GossipLab.Node.Settings;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Node;

/// <summary>Who does not know the secret is not let in; who listened in cannot say it again.</summary>
public sealed class SignatureTests : IAsyncDisposable
{
    private const string Secret = "sixteen letters.";

    private readonly NodeServers _servers = new();
    private readonly RequestSigner _signer = new(Secret, TimeProvider.System);

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    private static NodeSettings Guarded(string name) => NodeServers.Quick(name) with
    {
        Secret = Secret,
        Bind = IPAddress.Loopback,
        AllowsFaults = true,
    };

    public ValueTask DisposeAsync() => _servers.DisposeAsync();

    [Theory]
    [InlineData("POST", "/v1/message")]
    [InlineData("GET", "/v1/events")]
    [InlineData("PUT", "/v1/faults")]
    [InlineData("POST", "/notify/7/1?notifier=n2")]
    public async Task Without_a_signature_nothing_between_nodes_is_let_in(string verb, string path)
    {
        var node = await _servers.StartAsync(Guarded("n1"));
        using var request = new HttpRequestMessage(new HttpMethod(verb), NodeServers.AddressOf(node, path));

        using var answer = await _servers.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(42, node.Host.Value.Value);
    }

    [Fact]
    public async Task Nodes_with_one_secret_understand_each_other_and_no_one_else()
    {
        var first = await _servers.StartAsync(Guarded("n1"));
        await _servers.StartAsync(Guarded("n2") with { Join = [first.Host.Options.Address] });
        await _servers.UntilAliveAsync(2);

        var stranger = await _servers.StartAsync(
            Guarded("n3") with { Join = [first.Host.Options.Address], Secret = "another sixteen." });
        await _servers.UntilAsync(() => Task.FromResult(stranger.Sent.Refused > 0));

        Assert.True(await stranger.Host.IsJoiningAsync(Cancel));
    }

    [Fact]
    public async Task A_request_counts_once()
    {
        var node = await _servers.StartAsync(Guarded("n1"));
        var header = _signer.Sign("POST", "/v1/message", "hello"u8);

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(node, "hello", header));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(node, "hello", header));
        Assert.Equal(1, node.Host.Counters.RefusedFor(WireFault.NotOurs));
    }

    [Fact]
    public async Task A_signature_is_of_one_body()
    {
        var node = await _servers.StartAsync(Guarded("n1"));

        Assert.Equal(HttpStatusCode.Unauthorized,
            await PostAsync(node, "hallo", _signer.Sign("POST", "/v1/message", "hello"u8)));
    }

    [Theory]
    [InlineData(-31)]
    [InlineData(31)]
    public async Task A_signature_is_of_this_moment(int seconds)
    {
        var node = await _servers.StartAsync(Guarded("n1"));
        var other = new RequestSigner(Secret, new ShiftedTime(TimeSpan.FromSeconds(seconds)));

        Assert.Equal(HttpStatusCode.Unauthorized,
            await PostAsync(node, "hello", other.Sign("POST", "/v1/message", "hello"u8)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer x")]
    [InlineData("GossipLab t=1, n=2, m=3")]
    [InlineData("GossipLab t=x, n=0123456789abcdef, m=0123")]
    public void Other_headers_are_no_signature(string header) => Assert.Null(RequestSigner.TryRead(header));

    [Fact]
    public void A_full_window_forgets_the_oldest_and_takes_nothing_as_old()
    {
        var window = new ReplayWindow(most: 3);
        var all = Enumerable.Range(1, 4).Select(at => new Signature(at, $"n{at}", default)).ToArray();

        Assert.All(all, signature => Assert.True(window.TryNote(signature, nowMs: 5)));

        Assert.Equal(3, window.Count);
        Assert.All(all, signature => Assert.False(window.TryNote(signature, nowMs: 5)));
        Assert.False(window.TryNote(new Signature(1, "new", default), nowMs: 5));
    }

    [Fact]
    public void What_is_older_than_the_window_is_forgotten()
    {
        var window = new ReplayWindow();
        window.TryNote(new Signature(0, "n1", default), nowMs: 0);

        window.TryNote(new Signature(100_000, "n2", default), nowMs: 100_000);

        Assert.Equal(1, window.Count);
    }

    private async Task<HttpStatusCode> PostAsync(
        GossipLab.Node.Running.NodeServer node, string body, string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, NodeServers.AddressOf(node, "/v1/message"))
        {
            Content = new StringContent(body),
        };
        request.Headers.TryAddWithoutValidation(RequestSigner.Header, header);
        using var answer = await _servers.Client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private sealed class ShiftedTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
