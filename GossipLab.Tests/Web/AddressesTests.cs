using GossipLab.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace GossipLab.Tests.Web;

/// <summary>Where the server listens.</summary>
public sealed class AddressesTests
{
    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://localhost:9000", "--urls", "http://localhost:9000")]
    [InlineData(null, "--http_ports", "8080")]
    public void A_setting_beats_the_usual_address(string? address, params string[] words)
    {
        var builder = WebApplication.CreateBuilder(words);

        builder.WebHost.ListenWhereTold(builder.Configuration);

        Assert.Equal(address, builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey));
    }
}
