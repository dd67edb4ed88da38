namespace GossipLab.Web.Shell;

/// <summary>Where the server listens.</summary>
internal static class Addresses
{
    private const string Default = "http://localhost:5080";
    private static readonly string[] SettingsThatTell = ["urls", "http_ports", "https_ports"];

    /// <summary>Listens where a setting tells it, else on this machine only.</summary>
    public static void ListenWhereTold(this IWebHostBuilder host, IConfiguration configuration)
    {
        var isTold = configuration.GetSection("Kestrel:Endpoints").Exists()
            || Array.Exists(SettingsThatTell, name => !string.IsNullOrEmpty(configuration[name]));
        if (!isTold)
        {
            host.UseUrls(Default);
        }
    }
}
