using System.Reflection;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Membership;

/// <summary>
/// The catalogue of behaviours of memberlist (S, P, Q, I), Serf (R) and foca (F). A test that stands for a row carries
/// the row as a trait. Rows without one, and why:
/// <list type="bullet">
/// <item>P19: memberlist's Ping for callers; a node here has no such verb.</item>
/// <item>P20: kinds of socket errors; a lost message is no error here.</item>
/// <item>Q14: messages of the application; here the value has messages of its own.</item>
/// <item>I3: delegates that veto a join; there are none here.</item>
/// <item>R1 to R14: Serf's intents, events, queries and snapshots; only its reconnecting is built in.</item>
/// <item>W1 to W12: bytes on a wire, encryption and labels; the core has no wire.</item>
/// </list>
/// </summary>
public sealed class ConformanceTests
{
    private static readonly string[] Rows =
    [
        "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12", "S13", "S14", "S15", "S16", "S17",
        "S19", "S20", "S22", "S23", "P1", "P2", "P3", "P4", "P5", "P7", "P9", "P10", "P11", "P12", "P13", "P15", "P21",
        "P22", "Q1", "Q2", "Q4", "Q5", "Q7", "Q8", "Q9", "Q11", "Q13", "Q15", "Q16", "I1", "I2", "F2",
    ];

    [Fact]
    public void Every_row_that_concerns_membership_is_a_test()
    {
        var tested = typeof(ConformanceTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "row")
            .Select(trait => trait.Value)
            .ToHashSet();

        Faults.AssertNone(Rows.Where(row => !tested.Contains(row)));
    }
}
