using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <content>Which commands fit the state of the cluster.</content>
public sealed partial class SimulatedCluster
{
    /// <summary>Why a command cannot be carried out now, in words a person can act on; null when it can.</summary>
    /// <param name="command">The command.</param>
    public string? FaultOf(ClusterCommand command) =>
        CommandFaults.In(command, _nodes.Count) ?? command switch
        {
            SetValue set => Awake(set.Node),
            KillNode kill => Up(kill.Node),
            RestartNode restart => _nodes[restart.Node.Index].IsUp ? $"{restart.Node} is running already" : null,
            PauseNode pause => Up(pause.Node)
                ?? (_nodes[pause.Node.Index].IsPaused ? $"{pause.Node} is paused already" : null),
            ResumeNode resume => Up(resume.Node)
                ?? (_nodes[resume.Node.Index].IsPaused ? null : $"{resume.Node} is not paused"),
            LeaveNode leave => Awake(leave.Node)
                ?? (_nodes[leave.Node.Index].HasLeft ? $"{leave.Node} is leaving already" : null),
            AddNode add => Up(add.Contact) ?? (_nodes.Count < ScenarioFaults.MostNodes(_scenario.Node.MembershipKind)
                ? null : $"a cluster with this membership has at most {_nodes.Count} nodes"),
            BuildWall wall => Network.Walls.Count >= CommandFaults.MostWalls && !WallExists(wall.Name)
                ? $"at most {CommandFaults.MostWalls} walls stand at once" : null,
            RemoveWall wall => WallExists(wall.Name) ? null : $"there is no wall {wall.Name}",
            DropMessage message => InAir(message.Message),
            HoldMessage message => InAir(message.Message),
            DeliverMessage message => InAir(message.Message),
            DuplicateMessage message => InAir(message.Message),
            _ => null,
        };

    private string? Up(NodeId id) => _nodes[id.Index].IsUp ? null : $"{id} is not running";

    private string? Awake(NodeId id) => Up(id) ?? (_nodes[id.Index].IsPaused ? $"{id} is paused" : null);

    private string? InAir(long flight) =>
        FindInFlight(flight) is null ? $"message {flight} is not in flight any more" : null;

    private bool WallExists(string name)
    {
        foreach (var wall in Network.Walls)
        {
            if (wall.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
