using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Checks;

/// <summary>A cluster whose invariants are checked after every step.</summary>
public sealed class CheckedCluster
{
    private readonly ICheck[] _checks;

    /// <summary>Starts a scenario under all checks.</summary>
    /// <param name="scenario">The run.</param>
    /// <param name="observers">Who else watches.</param>
    public CheckedCluster(Scenario scenario, params IClusterObserver[] observers)
        : this(scenario, All(scenario), observers)
    {
    }

    /// <summary>Starts a scenario under some checks.</summary>
    /// <param name="scenario">The run.</param>
    /// <param name="checks">The checks, new ones.</param>
    /// <param name="observers">Who else watches.</param>
    public CheckedCluster(Scenario scenario, IReadOnlyList<ICheck> checks, params IClusterObserver[] observers)
    {
        _checks = [.. checks];
        Cluster = new SimulatedCluster(scenario, [.. _checks, .. observers]);
        foreach (var check in _checks)
        {
            check.OnStarted(Cluster);
        }
    }

    /// <summary>The cluster.</summary>
    public SimulatedCluster Cluster { get; }

    /// <summary>The checks.</summary>
    public IReadOnlyList<ICheck> Checks => _checks;

    /// <summary>The first check that was broken, or null.</summary>
    public ICheck? Broken => Array.Find(_checks, check => check.Broken is not null);

    /// <summary>All invariants that can be checked step by step.</summary>
    /// <param name="scenario">The run they are for.</param>
    public static ICheck[] All(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return
        [
            new GenerationNeverFalls(),
            new ValuesAreNotInvented(scenario.Node.Value),
            new OnlyOwnerRaisesIncarnation(),
            new RecordedIncarnationNeverFalls(),
            new RumoursAreSentWithinLimit(scenario.Node.Membership),
            new MessagesAreConserved(),
            new PeersComeFromOwnView(),
        ];
    }

    /// <summary>
    /// What newcomers expect to hold always and what breaks: each by design, by chance or by a fault, and worth a look.
    /// </summary>
    public static ICheck[] ExpectedToBreak() =>
        [new EqualGenerationEqualValue(), new LiveNodeIsNotBelievedDead(), new AcceptedWriteIsVisible()];

    /// <summary>Handles the next event and checks what came of it.</summary>
    /// <returns>Whether there was one and all invariants hold.</returns>
    public bool Step()
    {
        if (!Cluster.Step())
        {
            return false;
        }

        var holds = true;
        foreach (var check in _checks)
        {
            check.OnStepped();
            holds &= check.Broken is null;
        }

        return holds;
    }

    /// <summary>
    /// Steps up to and including a moment, and stands there; stops early where an invariant is broken.
    /// </summary>
    /// <param name="end">The moment.</param>
    /// <returns>Whether all invariants hold.</returns>
    public bool RunUntil(Instant end)
    {
        while (Cluster.NextDue <= end)
        {
            if (!Step())
            {
                return false;
            }
        }

        return Cluster.RunUntil(end);
    }
}
