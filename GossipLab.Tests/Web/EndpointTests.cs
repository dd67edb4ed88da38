using System.Net;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Web;

/// <summary>What the server answers without a browser.</summary>
[Collection(ServerCollection.Name)]
public sealed class EndpointTests(LabServer server)
{
    private readonly HttpClient _client = server.CreateClient();
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_is_one_word() => Assert.Equal("ok", await _client.GetStringAsync("/healthz", _cancel));

    [Theory]
    [InlineData("/css/tokens.css", "text/css")]
    [InlineData("/js/shell/theme.mjs", "text/javascript")]
    [InlineData("/img/logo.svg", "image/svg+xml")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css", "text/css")]
    public async Task A_file_is_served_with_its_type(string path, string type)
    {
        using var answer = await _client.GetAsync(path, _cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(_cancel));
    }

    [Fact]
    public async Task MudBlazors_styles_travel_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_content/MudBlazor/MudBlazor.min.css");
        request.Headers.AcceptEncoding.ParseAdd("br");

        using var answer = await _client.SendAsync(request, _cancel);

        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task An_unknown_page_says_so_with_its_status()
    {
        using var answer = await _client.GetAsync("/nowhere", _cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such page", await answer.Content.ReadAsStringAsync(_cancel));
    }

    [Fact]
    public async Task A_page_allows_its_import_map_and_nothing_foreign()
    {
        using var answer = await _client.GetAsync("/lab", _cancel);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(_cancel));
        Assert.Contains($"nonce=\"{nonce}\"", page);
        Assert.Contains("default-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe-eval", policy);
    }

    [Theory]
    [InlineData("/embed?s=hello", "frame-ancestors *")]
    [InlineData("/embed/else", "frame-ancestors 'none'")]
    [InlineData("/present", "frame-ancestors 'none'")]
    [InlineData("/", "frame-ancestors 'none'")]
    public async Task Other_sites_may_frame_the_page_for_slides_and_no_other(string path, string rule)
    {
        using var answer = await _client.GetAsync(path, _cancel);

        Assert.EndsWith(rule, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.False(rule.EndsWith('*') && answer.Headers.Contains("X-Frame-Options"));
    }

    [Theory]
    [InlineData(null, "(prefers-color-scheme: dark)")]
    [InlineData("dark", "all")]
    [InlineData("light", "not all")]
    [InlineData("mauve", "(prefers-color-scheme: dark)")]
    public async Task The_first_byte_knows_the_theme(string? cookie, string media)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/lab");
        request.Headers.Add("Cookie", $"gossiplab-theme={cookie}");

        using var answer = await _client.SendAsync(request, _cancel);

        Assert.Contains($"media=\"{media}\"", await answer.Content.ReadAsStringAsync(_cancel));
    }
}
