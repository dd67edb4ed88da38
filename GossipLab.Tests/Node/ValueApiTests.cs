using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GossipLab.Core.Hosting;
using GossipLab.Node.Api;
using GossipLab.Node.Running;
using GossipLab.Node.Settings;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Node;

/// <summary>The routes below /v1, and those that operators ask.</summary>
public sealed class ValueApiTests : IAsyncDisposable
{
    private readonly NodeServers _servers = new();

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _servers.DisposeAsync();

    [Fact]
    public async Task A_value_is_set_and_read_with_its_generation()
    {
        var node = await _servers.StartAsync(NodeServers.Quick());

        using var set = await PutAsync(node, """{"value": -7}""");
        using var read = await _servers.Client.GetAsync(NodeServers.AddressOf(node, "/v1/value"), Cancel);

        Assert.Equal("\"1\"", read.Headers.ETag?.Tag);
        var value = await read.Content.ReadFromJsonAsync<NamedValue>(Cancel);
        Assert.Equal(new NamedValue(-7, 1, "n1"), value);
    }

    [Fact]
    public async Task A_set_with_a_generation_is_refused_when_somebody_set_meanwhile()
    {
        var node = await _servers.StartAsync(NodeServers.Quick());

        using var first = await PutAsync(node, """{"value": 1}""", "\"0\"");
        using var late = await PutAsync(node, """{"value": 2}""", "\"0\"");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal("the generation is 1, not 0", await DetailAsync(late));
        Assert.Equal(1, node.Host.Value.Value);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("7", null)]
    [InlineData("{", null)]
    [InlineData("""{"value": "7"}""", null)]
    [InlineData("""{"value": 1.5}""", null)]
    [InlineData("""{"value": 9223372036854775808}""", null)]
    [InlineData("""{"valeu": 7}""", null)]
    [InlineData("""{"value": 7}""", "3")]
    [InlineData("""{"value": 7}""", "\"x\"")]
    public async Task A_wrong_request_names_what_is_wrong_and_changes_nothing(string body, string? match)
    {
        var node = await _servers.StartAsync(NodeServers.Quick());

        using var answer = await PutAsync(node, body, match);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(match is null ? "value: " : "If-Match: ", await DetailAsync(answer));
        Assert.Equal(0, node.Host.Value.Generation);
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", 404)]
    [InlineData("DELETE", "/v1/value", 405)]
    [InlineData("PUT", "/v1/faults", 404)]
    public async Task Other_routes_and_verbs_are_problems_too(string verb, string path, int status)
    {
        var node = await _servers.StartAsync(NodeServers.Quick());
        using var request = new HttpRequestMessage(new HttpMethod(verb), NodeServers.AddressOf(node, path));

        using var answer = await _servers.Client.SendAsync(request, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEqual(string.Empty, await DetailAsync(answer));
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_refused()
    {
        var node = await _servers.StartAsync(NodeServers.Quick());

        using var answer = await PutAsync(node, new string(' ', (1 << 20) + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_node_is_ready_once_somebody_let_it_in()
    {
        var contact = NodeServers.Quick("n1");
        var node = await _servers.StartAsync(NodeServers.Quick("n2") with { Join = [$"127.0.0.1:{contact.Port}"] });
        using var before = await _servers.Client.GetAsync(NodeServers.AddressOf(node, "/readyz"), Cancel);

        await _servers.StartAsync(contact);
        await _servers.UntilAsync(async () => !await node.Host.IsJoiningAsync());

        using var after = await _servers.Client.GetAsync(NodeServers.AddressOf(node, "/readyz"), Cancel);
        using var health = await _servers.Client.GetAsync(NodeServers.AddressOf(node, "/healthz"), Cancel);
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK),
            (before.StatusCode, after.StatusCode, health.StatusCode));
    }

    [Fact]
    public async Task Members_status_and_settings_say_what_is_so()
    {
        var first = await _servers.StartAsync(NodeServers.Quick("n1"));
        await _servers.StartAsync(NodeServers.Quick("n2") with { Join = [first.Host.Options.Address] });
        await _servers.UntilAliveAsync(2);

        var members = await ReadAsync(first, "/v1/members");
        var status = await ReadAsync(first, "/v1/status");
        var config = await ReadAsync(first, "/v1/config");

        Assert.Equal(["n1", "n2"], members.EnumerateArray().Select(one => one.GetProperty("name").GetString()).Order());
        Assert.Equal("alive", members[0].GetProperty("state").GetString());
        Assert.Equal((2, false),
            (status.GetProperty("alive").GetInt32(), status.GetProperty("isJoining").GetBoolean()));
        Assert.Equal((42, false),
            (config.GetProperty("value").GetInt32(), config.GetProperty("hasSecret").GetBoolean()));
    }

    [Fact]
    public async Task Events_begin_with_the_whole_state_and_go_on_with_what_happens()
    {
        var node = await _servers.StartAsync(NodeServers.Quick());
        await using var stream = await _servers.Client.GetStreamAsync(
            NodeServers.AddressOf(node, EventsApi.Path), Cancel);
        using var reader = new StreamReader(stream);

        Assert.Equal("event: state", await reader.ReadLineAsync(Cancel));
        Assert.Contains("\"generation\":0", await reader.ReadLineAsync(Cancel));
        await node.Host.SetAsync(7, cancel: Cancel);
        await reader.ReadLineAsync(Cancel);

        Assert.Equal("event: event", await reader.ReadLineAsync(Cancel));
        Assert.Contains("\"kind\":\"valueChanged\",\"rule\":\"valueSet\"", await reader.ReadLineAsync(Cancel));
    }

    [Fact]
    public async Task More_listeners_than_there_is_room_for_are_told_so()
    {
        var node = await _servers.StartAsync(NodeServers.Quick());
        var streams = new List<Stream>();
        for (var count = 0; count < EventsApi.MaxListeners; count++)
        {
            streams.Add(await _servers.Client.GetStreamAsync(NodeServers.AddressOf(node, EventsApi.Path), Cancel));
        }

        using var answer = await _servers.Client.GetAsync(NodeServers.AddressOf(node, EventsApi.Path), Cancel);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        streams.ForEach(stream => stream.Dispose());
    }

    [Fact]
    public async Task Metrics_are_lines_that_Prometheus_reads()
    {
        var node = await _servers.StartAsync(NodeServers.Quick());
        await node.Host.SetAsync(7, cancel: Cancel);

        var text = await _servers.Client.GetStringAsync(NodeServers.AddressOf(node, "/metrics"), Cancel);

        Assert.Contains("\ngossiplab_sets_total 1\n", text);
        Assert.Contains("\ngossiplab_members{state=\"alive\"} 1\n", text);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(
            """^(# (HELP|TYPE) gossiplab_\w+ .+|gossiplab_\w+(\{\w+="\w+"\})? -?[0-9.E+]+)$""", line));
    }

    [Fact]
    public async Task The_document_describes_every_route()
    {
        var node = await _servers.StartAsync(
            NodeServers.Quick() with { Secret = "sixteen letters.", AllowsFaults = true, Bind = IPAddress.Loopback },
            isOneOfMany: false);

        var paths = (await ReadAsync(node, "/openapi/v1.json")).GetProperty("paths");

        Assert.Equal(
            ["/healthz", "/metrics", "/readyz", "/v1/config", "/v1/events", "/v1/faults", "/v1/members", "/v1/message",
                "/v1/status", "/v1/value"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["get", "put"],
            paths.GetProperty("/v1/value").EnumerateObject().Select(verb => verb.Name).Order());
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        var settings = NodeServers.Quick();
        await _servers.StartAsync(settings);

        var fault = await Assert.ThrowsAsync<IOException>(() => _servers.StartAsync(settings));

        Assert.Contains(FormattableString.Invariant($":{settings.Port}"), fault.Message);
    }

    private async Task<JsonElement> ReadAsync(NodeServer node, string path) =>
        await _servers.Client.GetFromJsonAsync<JsonElement>(NodeServers.AddressOf(node, path), Cancel);

    private async Task<HttpResponseMessage> PutAsync(NodeServer node, string body, string? match = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, NodeServers.AddressOf(node, "/v1/value"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (match is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", match);
        }

        return await _servers.Client.SendAsync(request, Cancel);
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString();
}
