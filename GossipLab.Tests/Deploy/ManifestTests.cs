using GossipLab.Tests.TestKit;
using k8s;
using k8s.Models;

namespace GossipLab.Tests.Deploy;

/// <summary>
/// deploy/kubernetes, read strictly by the official client's model of the API: a key that Kubernetes does not know, or
/// a value of another type, is a fault.
/// </summary>
public sealed class ManifestTests
{
    private static readonly IReadOnlyList<object> All = [.. Files().SelectMany(Read)];

    private static V1StatefulSet Nodes => All.OfType<V1StatefulSet>().Single();

    private static V1Container Node => Nodes.Spec.Template.Spec.Containers.Single();

    [Fact]
    public void A_misspelt_key_is_found() => Assert.ThrowsAny<Exception>(() => KubernetesYaml.LoadAllFromString(
        Repository.Read("deploy", "kubernetes", "nodes.yaml").Replace("serviceName", "servicename"), strict: true));

    [Fact]
    public void Every_file_is_applied() => Assert.Equal(
        Files().Select(Path.GetFileName),
        Repository.Read("deploy", "kubernetes", "kustomization.yaml").ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
            .Select(line => line.Trim()[2..]).Order());

    [Fact]
    public void The_node_understands_every_setting()
    {
        var variables = Node.Env.ToDictionary(one => one.Name, one => one.Value ?? "gossiplab-0");
        var expanded = variables.ToDictionary(
            one => one.Key, one => one.Value.Replace("$(GOSSIPLAB_NAME)", variables["GOSSIPLAB_NAME"]));

        Faults.AssertNone(NodeVariables.FaultsOf(expanded));
        Assert.Equal("gossiplab-0.gossiplab:8080", expanded["ADVERTISE_ADDR"]);
        Assert.All(
            expanded["CLUSTER_ADDR"].Split(','),
            contact => Assert.Matches(@"^gossiplab-[0-3]\.gossiplab:8080$", contact));
    }

    [Fact]
    public void Variables_of_services_are_not_taken_for_settings() =>
        Assert.False(Nodes.Spec.Template.Spec.EnableServiceLinks);

    [Fact]
    public void Nodes_are_found_by_name_before_they_are_ready()
    {
        var service = All.OfType<V1Service>().Single(one => one.Metadata.Name == Nodes.Spec.ServiceName);

        Assert.Equal("None", service.Spec.ClusterIP);
        Assert.True(service.Spec.PublishNotReadyAddresses);
    }

    [Fact]
    public void Probes_ask_routes_that_nodes_have()
    {
        Assert.Equal("/healthz", Node.LivenessProbe.HttpGet.Path);
        Assert.Equal("/healthz", Node.StartupProbe.HttpGet.Path);
        Assert.Equal("/readyz", Node.ReadinessProbe.HttpGet.Path);
    }

    [Fact]
    public void Every_selector_chooses_what_there_is()
    {
        var labels = Templates().Select(one => one.Metadata.Labels).ToList();
        var selectors = All.OfType<V1Service>().Select(one => one.Spec.Selector)
            .Concat(All.OfType<V1PodDisruptionBudget>().Select(one => one.Spec.Selector.MatchLabels))
            .Concat(All.OfType<V1StatefulSet>().Select(one => one.Spec.Selector.MatchLabels))
            .Concat(All.OfType<V1Deployment>().Select(one => one.Spec.Selector.MatchLabels));

        Assert.All(selectors, selector => Assert.Contains(labels, of => selector.All(of.Contains)));
    }

    [Fact]
    public void Every_mount_has_its_volume_and_no_container_has_rights_it_does_not_need() => Assert.All(
        Templates().Select(one => one.Spec),
        pod =>
        {
            var volumes = pod.Volumes.Select(one => one.Name).ToList();
            var claims = Nodes.Spec.VolumeClaimTemplates.Select(one => one.Metadata.Name);
            var container = pod.Containers.Single();

            Assert.All(container.VolumeMounts, mount => Assert.Contains(mount.Name, volumes.Concat(claims)));
            Assert.True(pod.SecurityContext.RunAsNonRoot);
            Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
        });

    private static IEnumerable<V1PodTemplateSpec> Templates() => All
        .OfType<V1StatefulSet>().Select(one => one.Spec.Template)
        .Concat(All.OfType<V1Deployment>().Select(one => one.Spec.Template));

    private static IEnumerable<string> Files() => Repository.FilesBelow("deploy/kubernetes")
        .Where(path => !path.EndsWith("kustomization.yaml", StringComparison.Ordinal));

    private static IEnumerable<object> Read(string path) =>
        KubernetesYaml.LoadAllFromString(Repository.Read(path), strict: true);
}
