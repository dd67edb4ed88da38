using System.Net;
using GossipLab.Tests.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GossipLab.Tests.Web;

/// <summary>What a visitor sees of a fault of ours: words, and nothing of the machine.</summary>
public sealed class FaultPageTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_fault_is_told_in_words_without_its_trace(string environment)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var server = new LabServer(host => host
            .UseEnvironment(environment)
            .ConfigureLogging(logging => logging.ClearProviders())
            .ConfigureServices(services => services.AddSingleton<IStartupFilter, FaultyEnd>()));

        using var answer = await server.CreateClient().GetAsync(FaultyEnd.Path, cancel);

        var page = await answer.Content.ReadAsStringAsync(cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Something went wrong on the server", page);
        Assert.DoesNotContain("secret", page);
        Assert.DoesNotContain(nameof(FaultyEnd), page);
        Assert.Contains("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    // Stands behind everything, so that its fault passes through all that catches faults.
    private sealed class FaultyEnd : IStartupFilter
    {
        public const string Path = "/faulty";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Map(Path, end => end.Run(_ => throw new InvalidOperationException("secret")));
        };
    }
}
