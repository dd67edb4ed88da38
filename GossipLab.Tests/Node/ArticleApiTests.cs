using System.Net.Sockets;
using System.Text;
using GossipLab.Node.Api;
using GossipLab.Node.Running;
using GossipLab.Node.Settings;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Node;

/// <summary>The article's routes, byte for byte (docs/PROTOCOL.md tells what they do).</summary>
public sealed class ArticleApiTests : IAsyncDisposable
{
    private readonly NodeServers _servers = new();

    public ValueTask DisposeAsync() => _servers.DisposeAsync();

    [Theory]
    [InlineData("GET", "/get", 200, "42")]
    [InlineData("POST", "/get?x=1", 200, "42")]
    [InlineData("DELETE", "/get", 200, "42")]
    [InlineData("GET", "/get/", 404, "404 page not found\n")]
    [InlineData("GET", "/get/5", 404, "404 page not found\n")]
    [InlineData("GET", "/Get", 404, "404 page not found\n")]
    [InlineData("GET", "/", 404, "404 page not found\n")]
    [InlineData("GET", "/set/+8", 200, "8")]
    [InlineData("GET", "/set/007", 200, "7")]
    [InlineData("GET", "/set/-0", 200, "0")]
    [InlineData("PUT", "/set/9223372036854775807", 200, "9223372036854775807")]
    [InlineData("GET", "/set/%37", 200, "7")]
    [InlineData("GET", "/set/abc", 400, "strconv.Atoi: parsing \"abc\": invalid syntax")]
    [InlineData("GET", "/set/1_000", 400, "strconv.Atoi: parsing \"1_000\": invalid syntax")]
    [InlineData("GET", "/set/0x10", 400, "strconv.Atoi: parsing \"0x10\": invalid syntax")]
    [InlineData("GET", "/set/1.5", 400, "strconv.Atoi: parsing \"1.5\": invalid syntax")]
    [InlineData("GET", "/set/%205", 400, "strconv.Atoi: parsing \" 5\": invalid syntax")]
    [InlineData("GET", "/set/%22%0A%C3%A4%C2%A0", 400, "strconv.Atoi: parsing \"\\\"\\nä\\u00a0\": invalid syntax")]
    [InlineData("GET", "/set/9223372036854775808", 400,
        "strconv.Atoi: parsing \"9223372036854775808\": value out of range")]
    [InlineData("GET", "/set", 404, "404 page not found\n")]
    [InlineData("GET", "/set/", 404, "404 page not found\n")]
    [InlineData("GET", "/set/5/", 404, "404 page not found\n")]
    [InlineData("GET", "/set/a%2Fb", 404, "404 page not found\n")]
    [InlineData("POST", "/notify/7/1?notifier=n2", 200, "")]
    [InlineData("POST", "/notify/7/-1?notifier=n2", 200, "")]
    [InlineData("POST", "/notify/x/y", 400, "strconv.Atoi: parsing \"x\": invalid syntax")]
    [InlineData("POST", "/notify/1/y", 400, "strconv.Atoi: parsing \"y\": invalid syntax")]
    [InlineData("POST", "/notify/1", 404, "404 page not found\n")]
    public async Task A_request_has_the_article_s_answer(string verb, string target, int status, string body)
    {
        var node = await _servers.StartAsync(NodeServers.Quick() with { Api = ApiKind.Article });

        var answer = await RawAsync(node, verb, target);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer);
        Assert.Equal(body, BodyOf(answer));
        Assert.Equal(body.Length > 0, answer.Contains("Content-Type: text/plain; charset=utf-8\r\n"));
    }

    [Theory]
    [InlineData("//get", "/get")]
    [InlineData("/x/../get", "/get")]
    [InlineData("//set/5?a=b", "/set/5?a=b")]
    public async Task A_path_that_is_not_clean_is_sent_to_the_clean_one(string target, string location)
    {
        var node = await _servers.StartAsync(NodeServers.Quick() with { Api = ApiKind.Article });

        var answer = await RawAsync(node, "GET", target);

        Assert.StartsWith("HTTP/1.1 301 ", answer);
        Assert.Contains($"Location: {location}\r\n", answer);
    }

    [Fact]
    public async Task A_notify_is_applied_only_with_a_higher_generation()
    {
        var node = await _servers.StartAsync(NodeServers.Quick() with { Preset = NodePreset.Article });

        await RawAsync(node, "POST", "/notify/7/5?notifier=n2");
        await RawAsync(node, "POST", "/notify/8/5?notifier=n2");
        await RawAsync(node, "POST", "/notify/9/4?notifier=n2");

        Assert.Equal("7", BodyOf(await RawAsync(node, "GET", "/get")));
    }

    // «Generation poisoning»: the highest generation wins for ever, and a set after it overflows.
    [Theory]
    [InlineData(NodePreset.Article, "66")]
    [InlineData(NodePreset.Usual, "42")]
    public async Task A_poisoned_generation_is_taken_by_the_article_only(NodePreset preset, string value)
    {
        var node = await _servers.StartAsync(NodeServers.Quick() with { Preset = preset });

        await RawAsync(node, "POST", "/notify/66/9223372036854775807?notifier=n2");

        Assert.Equal(value, BodyOf(await RawAsync(node, "GET", "/get")));
    }

    [Fact]
    public async Task Beside_other_routes_the_article_s_stay_the_same()
    {
        var node = await _servers.StartAsync(NodeServers.Quick());

        Assert.StartsWith("HTTP/1.1 200 ", await RawAsync(node, "DELETE", "/get"));
        Assert.StartsWith("HTTP/1.1 404 ", await RawAsync(node, "GET", "/set/a%2Fb"));
        Assert.StartsWith("HTTP/1.1 200 ", await RawAsync(node, "GET", "/v1/value"));
    }

    [Theory]
    [InlineData("/a/./b/../c/", "/a/c/")]
    [InlineData("/../..", "/")]
    [InlineData("/", "/")]
    public void A_path_is_cleaned_as_Go_does(string path, string clean) => Assert.Equal(clean, ArticlePath.Clean(path));

    // What a client library would tidy up must arrive as it is.
    private static async Task<string> RawAsync(NodeServer node, string verb, string target)
    {
        using var client = new TcpClient();
        var cancel = Xunit.TestContext.Current.CancellationToken;
        var uri = NodeServers.AddressOf(node, "/");
        await client.ConnectAsync(uri.Host, uri.Port, cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"{verb} {target} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancel);
    }

    private static string BodyOf(string answer) => answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
}
