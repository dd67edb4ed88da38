using GossipLab.Core.Experiments.Tuning;

namespace GossipLab.Web.Tuning;

/// <summary>What a page shows of a search at one moment.</summary>
/// <param name="Plan">What is sought.</param>
/// <param name="Ranked">What is known of all settings, the best first.</param>
/// <param name="IsComplete">Whether more will come.</param>
public sealed record TuningPicture(TuningPlan Plan, IReadOnlyList<TuningFinding> Ranked, bool IsComplete)
{
    /// <summary>The picture of a ledger.</summary>
    public static TuningPicture Of(TuningLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new(ledger.Plan, ledger.Ranked(), ledger.IsComplete);
    }

    /// <summary>The best settings; null before the first run.</summary>
    public TuningFinding? Best => Ranked.Count > 0 ? Ranked[0] : null;

    /// <summary>The settings given; null before their first run.</summary>
    public TuningFinding? Given => Ranked.FirstOrDefault(finding => finding.Candidate.Index == 0);
}
