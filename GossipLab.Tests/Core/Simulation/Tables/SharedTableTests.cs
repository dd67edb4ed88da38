using CsCheck;

namespace GossipLab.Tests.Core.Simulation.Tables;

/// <summary>
/// Shared tables against tables of their own, state for state: whatever nodes write, forget, tell and hear, and
/// whenever what they agree on becomes a baseline, both answer the same.
/// </summary>
public sealed class SharedTableTests
{
    private const int Nodes = 12;
    private const int Numbers = Nodes + 4;

    private static readonly Gen<Act> AnyAct = Gen.Select(
        Gen.Int[0, 9], Gen.Int[0, Nodes - 1], Gen.Int[0, Numbers - 1], Gen.UInt[1, 3], Gen.Int[0, 20_000],
        static (kind, node, subject, incarnation, pause) => new Act(kind, node, subject, incarnation, pause));

    [Fact]
    public void Both_kinds_of_tables_believe_the_same_after_any_history() =>
        AnyAct.Array[0, 250].Sample(acts =>
        {
            var pair = new TablePair(Nodes);
            foreach (var act in acts)
            {
                pair.Do(act);
            }

            pair.AssertEqual();
        }, iter: 400, print: static acts => string.Join(Environment.NewLine, acts));

    [Fact]
    public void What_all_have_learnt_takes_nothing_at_any_node()
    {
        var pair = new TablePair(Nodes);
        for (var node = 0; node < Nodes; node++)
        {
            pair.Do(new Act(0, node, Subject: 3, Incarnation: 2, Pause: 1_000));
        }

        pair.Do(new Act(9, 0, 0, 1, Pause: 2_000));

        Assert.Equal(0, pair.Shared.Cohorts.Sum(cohort => cohort.DifferenceCount));
        pair.AssertEqual();
    }

    [Fact]
    public void A_death_stays_with_the_nodes_while_its_age_matters_and_is_shared_then()
    {
        var pair = new TablePair(Nodes);
        for (var node = 0; node < Nodes; node++)
        {
            pair.Do(new Act(2, node, Subject: 3, Incarnation: 1, Pause: 100));
        }

        pair.Do(new Act(9, 0, 0, 1, Pause: 10_000));
        Assert.Equal(Nodes, pair.Shared.Cohorts.Sum(cohort => cohort.DifferenceCount));

        pair.Do(new Act(9, 0, 0, 1, Pause: 30_000));
        Assert.Equal(0, pair.Shared.Cohorts.Sum(cohort => cohort.DifferenceCount));
        pair.AssertEqual();
    }

    [Fact]
    public void Each_side_of_a_partition_gets_a_baseline_and_they_merge_when_it_heals()
    {
        const int Many = 200;
        var pair = new TablePair(Many);
        SplitInHalves(pair, Many, act: 2, incarnation: 1);
        for (var second = 0; second < 60; second++)
        {
            pair.Do(new Act(9, 0, 0, 1, Pause: 1_000));
        }

        Assert.Equal([Many / 2, Many / 2], pair.Shared.Cohorts.Select(cohort => cohort.Tables.Count));
        Assert.Equal(0, pair.Shared.Cohorts.Sum(cohort => cohort.DifferenceCount));
        pair.AssertEqual();

        SplitInHalves(pair, Many, act: 0, incarnation: 2);
        for (var second = 0; second < 60; second++)
        {
            pair.Do(new Act(9, 0, 0, 1, Pause: 1_000));
        }

        pair.AssertEqual();
    }

    private static void SplitInHalves(TablePair pair, int nodes, int act, uint incarnation)
    {
        for (var node = 0; node < nodes; node++)
        {
            for (var subject = 0; subject < nodes; subject++)
            {
                if (node < nodes / 2 != subject < nodes / 2)
                {
                    pair.Do(new Act(act, node, subject, incarnation, Pause: 0));
                }
            }
        }
    }
}
