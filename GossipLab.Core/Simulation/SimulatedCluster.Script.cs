namespace GossipLab.Core.Simulation;

/// <content>The commands still to come, which another course of the same run changes.</content>
public sealed partial class SimulatedCluster
{
    /// <summary>How many commands of the scenario were carried out.</summary>
    internal int CommandsDone => _nextCommand;

    /// <summary>Gives the run other commands; those carried out are the same.</summary>
    /// <param name="commands">All commands from time zero on.</param>
    internal void Rewrite(IReadOnlyList<TimedCommand> commands)
    {
        _commands.Clear();
        _commands.AddRange(commands);
    }
}
