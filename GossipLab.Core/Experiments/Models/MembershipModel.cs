namespace GossipLab.Core.Experiments.Models;

/// <summary>
/// Closed formulas of the papers for how soon a failure is found and how often one is seen where there is none. Models:
/// none of them knows latency, a slow node or a shuffled order.
/// </summary>
public static class MembershipModel
{
    /// <summary>
    /// The periods until somebody probes a failed member: 1/(1 - (1 - 1/m)^m), e/(e - 1) = 1.58 for a large group
    /// (SWIM, Das et al. 2002, section 3.2).
    /// </summary>
    /// <param name="nodes">All members, the failed one included; at least 2.</param>
    /// <returns>Periods, at least 1; the period in which it happens counts whole.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2.</exception>
    public static double FirstProbePeriods(int nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 2);
        var others = nodes - 1;
        return 1 / (1 - Math.Pow(1 - 1.0 / others, others));
    }

    /// <summary>
    /// The chance that a probe of a live member fails: its ping and ack are lost one or the other, and so is one of the
    /// four messages over each helper (SWIM, section 3.2, with all members healthy).
    /// </summary>
    /// <param name="loss">The chance that a message is lost; 0 to 1.</param>
    /// <param name="helpers">Indirect checks; at least 0.</param>
    /// <returns>A chance from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double FalseFailure(double loss, int helpers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(loss);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(loss, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(helpers);
        return (1 - Math.Pow(1 - loss, 2)) * Math.Pow(1 - Math.Pow(1 - loss, 4), helpers);
    }
}
