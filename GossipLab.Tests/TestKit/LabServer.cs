using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GossipLab.Tests.TestKit;

/// <summary>The whole product behind a real port, as people run it.</summary>
public sealed class LabServer : WebApplicationFactory<Program>
{
    private readonly Action<IWebHostBuilder> _configure;

    public LabServer()
        : this(_ => { })
    {
    }

    /// <summary>A server that differs from the usual one.</summary>
    internal LabServer(Action<IWebHostBuilder> configure)
    {
        _configure = configure;
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where it answers.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging => logging.AddFilter("Microsoft", LogLevel.Error));
        builder.ConfigureServices(services => services.Configure<HostOptions>(StopAtOnce));
        builder.UseSetting("sweeps", "memory");
        _configure(builder);
    }

    // Pages keep their connections open; a server that stops would wait for them for half a minute.
    private static void StopAtOnce(HostOptions options) => options.ShutdownTimeout = TimeSpan.FromMilliseconds(100);
}
