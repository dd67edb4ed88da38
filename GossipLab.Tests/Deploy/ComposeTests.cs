using GossipLab.Tests.TestKit;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace GossipLab.Tests.Deploy;

/// <summary>deploy/compose.yaml: four nodes on the article's ports, and the dashboard.</summary>
public sealed class ComposeTests
{
    private static readonly Dictionary<string, Service> Services = Read();

    [Fact]
    public void Four_nodes_are_published_on_the_ports_of_the_article() =>
        Assert.Equal(["8080", "8081", "8082", "8083"], Nodes.Select(node => node.Value.Ports.Single().Split(':')[1]));

    [Fact]
    public void Nothing_is_published_beyond_this_machine() =>
        Assert.All(Services.Values.SelectMany(one => one.Ports), port => Assert.StartsWith("127.0.0.1:", port));

    [Fact]
    public void The_node_understands_every_setting() =>
        Faults.AssertNone(Nodes.SelectMany(node => NodeVariables.FaultsOf(node.Value.Environment)));

    [Fact]
    public void Nodes_advertise_the_name_that_others_find_them_by_and_ask_nodes_that_there_are()
    {
        Assert.All(Nodes, node => Assert.Equal($"{node.Key}:8080", node.Value.Environment["ADVERTISE_ADDR"]));
        Assert.All(Nodes, node => Assert.All(
            node.Value.Environment["CLUSTER_ADDR"].Split(','),
            contact => Assert.Contains(contact.Split(':')[0], Services)));
    }

    [Fact]
    public void Every_service_is_built_by_the_Dockerfile_and_has_no_rights_it_does_not_need() => Assert.All(
        Services.Values,
        service =>
        {
            var (context, file) = (service.Build["context"], service.Build["dockerfile"]);
            Assert.True(File.Exists(Repository.PathOf("deploy", context, file)));
            Assert.True(service.Build["target"] is "node" or "dashboard");
            Assert.True(service.ReadOnly);
            Assert.Equal(["ALL"], service.CapDrop);
        });

    private static IEnumerable<KeyValuePair<string, Service>> Nodes =>
        Services.Where(service => service.Value.Build["target"] == "node").OrderBy(service => service.Key);

    private static Dictionary<string, Service> Read()
    {
        var reader = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .Build(); // Strict: a key that Service lacks is a fault.
        var parser = new MergingParser(new Parser(new StringReader(Repository.Read("deploy", "compose.yaml"))));
        return reader.Deserialize<Document>(parser).Services;
    }

    /// <summary>The file's top level; its templates are merged into the services.</summary>
    internal sealed class Document
    {
        public string Name { get; set; } = "";

        public Dictionary<string, Service> Services { get; set; } = [];

        public Dictionary<string, object?> Volumes { get; set; } = [];

        [YamlMember(Alias = "x-node", ApplyNamingConventions = false)]
        public object? Template { get; set; }

        [YamlMember(Alias = "x-settings", ApplyNamingConventions = false)]
        public object? Settings { get; set; }
    }

    /// <summary>A service, in the words that the file uses of the Compose specification.</summary>
    internal sealed class Service
    {
        public string Image { get; set; } = "";

        public Dictionary<string, string> Build { get; set; } = [];

        public string Restart { get; set; } = "";

        public string StopGracePeriod { get; set; } = "";

        public bool ReadOnly { get; set; }

        public List<string> Tmpfs { get; set; } = [];

        public List<string> CapDrop { get; set; } = [];

        public List<string> SecurityOpt { get; set; } = [];

        public Dictionary<string, string> Environment { get; set; } = [];

        public List<string> Ports { get; set; } = [];

        public List<string> Volumes { get; set; } = [];
    }
}
