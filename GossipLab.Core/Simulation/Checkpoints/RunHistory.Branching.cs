namespace GossipLab.Core.Simulation.Checkpoints;

/// <content>Lanes in which what lies ahead goes otherwise.</content>
public sealed partial class RunHistory
{
    /// <summary>
    /// Parts from the lane here, with other commands to come: some that were given are not, or others are.
    /// </summary>
    /// <param name="name">The new lane's name; 1 to <see cref="Lane.LongestName"/> characters.</param>
    /// <param name="commands">All commands of the new lane from time zero on.</param>
    /// <exception cref="ArgumentException">
    /// The name is not one, or the commands carried out by now are not the same.
    /// </exception>
    /// <exception cref="InvalidOperationException">There are <see cref="MostLanes"/> already.</exception>
    public Lane Fork(string name, IReadOnlyList<TimedCommand> commands)
    {
        ArgumentNullException.ThrowIfNull(commands);
        var done = Cluster.CommandsDone;
        if (commands.Count < done || !Lane.Commands.Take(done).SequenceEqual(commands.Take(done))
            || (commands.Count > done && commands[done].At <= Cluster.Now))
        {
            throw new ArgumentException("what was done by now must be the same", nameof(commands));
        }

        var lane = Fork(name);
        lane.Commands = [.. commands];
        Cluster.Rewrite(lane.Commands);
        return lane;
    }
}
