namespace GossipLab.Web.RealClusters.Watching;

/// <summary>Brings what was heard into the model; what comes late from an earlier life of a node is ignored.</summary>
public static class Hearsay
{
    /// <summary>Applies one observation.</summary>
    public static void Apply(ObservedCluster cluster, Observation heard)
    {
        var node = cluster.Node(heard.Node);
        if (heard.Life != node.Starts || !(node.IsUp || node.Process == ProcessState.Unknown))
        {
            return;
        }

        switch (heard)
        {
            case NodeAnswered:
                cluster.Process(node.Id, node.Process is ProcessState.Starting or ProcessState.Unknown
                    ? ProcessState.Running : node.Process);
                break;
            case NodePlaced placed:
                cluster.Place(node.Id, placed.Address, placed.ProcessId);
                break;
            case NodeEnded ended:
                cluster.Process(node.Id, ended.HasLeft ? ProcessState.Left : ProcessState.Ended, ended.Trouble);
                break;
            case StreamOpened:
                cluster.Hears(node.Id);
                break;
            case StreamLost lost:
                cluster.Loses(node.Id, lost.Why);
                break;
            case StateStated stated:
                cluster.Stated(node.Id, stated.Report);
                break;
            case EventReported reported:
                cluster.Reported(node.Id, reported.At, reported.What);
                break;
        }
    }
}
