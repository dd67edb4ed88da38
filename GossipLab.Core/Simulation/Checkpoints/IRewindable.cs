namespace GossipLab.Core.Simulation.Checkpoints;

/// <summary>What an observer knows at a moment, to be given back to it. Nobody changes it once it is made.</summary>
/// <param name="Bytes">About how much memory it takes, for the budget of checkpoints.</param>
public abstract record ObserverState(long Bytes);

/// <summary>An observer that goes back in time with its cluster.</summary>
public interface IRewindable : IClusterObserver
{
    /// <summary>What it knows now. Later events do not change what is given.</summary>
    ObserverState Save();

    /// <summary>Makes it know again what it knew.</summary>
    /// <param name="state">What <see cref="Save"/> of this observer gave.</param>
    void Restore(ObserverState state);

    /// <summary>An input was handled, and all that came of it at once.</summary>
    /// <param name="cluster">The cluster as it is now.</param>
    void OnStep(SimulatedCluster cluster)
    {
    }
}
