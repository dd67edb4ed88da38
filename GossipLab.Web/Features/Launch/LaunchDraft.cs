using System.Globalization;
using GossipLab.Core.Values;
using GossipLab.Node.Settings;
using GossipLab.Web.RealClusters;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Launch;

/// <summary>What a visitor has typed to start a cluster.</summary>
public sealed class LaunchDraft
{
    /// <summary>Where the nodes run.</summary>
    public NodeKind Kind { get; set; } = NodeKind.Processes;

    /// <summary>How many, as typed.</summary>
    public string Nodes { get; set; } = "5";

    /// <summary>The time between two rounds in milliseconds, as typed.</summary>
    public string Interval { get; set; } = "1000";

    /// <summary>How many others a node tells each round, as typed.</summary>
    public string FanOut { get; set; } = "2";

    /// <summary>Who wins a tie.</summary>
    public TieBreak TieBreak { get; set; } = TieBreak.HighestWriter;

    /// <summary>The failure detector's preset.</summary>
    public MembershipPreset Membership { get; set; } = MembershipPreset.Lan;

    /// <summary>Whether values are kept on disk.</summary>
    public bool KeepsData { get; set; } = true;

    /// <summary>Reads it.</summary>
    /// <param name="limits">What the server carries.</param>
    /// <param name="options">What was read.</param>
    /// <returns>Null, or what is wrong, in words.</returns>
    public string? TryRead(RealClusterLimits limits, out RealClusterOptions options)
    {
        options = new RealClusterOptions();
        if (!IsNumber(Nodes, out var nodes) || !IsNumber(Interval, out var interval)
            || !IsNumber(FanOut, out var fanOut))
        {
            return UiText.Real.NotANumber;
        }

        options = new RealClusterOptions
        {
            Kind = Kind,
            Nodes = nodes,
            Interval = TimeSpan.FromMilliseconds(interval),
            FanOut = fanOut,
            TieBreak = TieBreak,
            Membership = Membership,
            KeepsData = KeepsData,
        };
        return options.FindFault(limits);
    }

    private static bool IsNumber(string text, out int number)
    {
        const NumberStyles Whole = NumberStyles.Integer | NumberStyles.AllowThousands;
        return int.TryParse(text, Whole, CultureInfo.InvariantCulture, out number);
    }
}
