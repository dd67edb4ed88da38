using GossipLab.Core.Experiments.Configuration;
using GossipLab.Core.Experiments.Tuning;
using GossipLab.Core.Primitives;
using GossipLab.Core.Simulation;
using GossipLab.Web.Tuning;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Tune;

/// <summary>A search as a visitor puts it together.</summary>
public sealed class TuneDraft
{
    /// <summary>The configuration.</summary>
    public string Text { get; set; } = TunePreset.All[0].Text;

    /// <summary>Which of Consul's pools.</summary>
    public GossipPool Pool { get; set; }

    /// <summary>How many nodes.</summary>
    public int Nodes { get; set; } = 150;

    /// <summary>Lost datagrams in percent.</summary>
    public double LossPercent { get; set; } = 2;

    /// <summary>The least time a message takes, in milliseconds.</summary>
    public double LatencyFromMs { get; set; } = 0.5;

    /// <summary>The longest time a message takes, in milliseconds.</summary>
    public double LatencyToMs { get; set; } = 2;

    /// <summary>How many zones.</summary>
    public int Zones { get; set; } = 1;

    /// <summary>What a message takes on top between zones, in milliseconds.</summary>
    public double BetweenZonesMs { get; set; } = 30;

    /// <summary>How many nodes are overloaded.</summary>
    public int SlowNodes { get; set; } = 3;

    /// <summary>How long such a node takes for a message, in milliseconds.</summary>
    public double SlowByMs { get; set; } = 500;

    /// <summary>How long such a node stands still every 10 s, in milliseconds.</summary>
    public double StallMs { get; set; }

    /// <summary>Within how many seconds a crash must be known; null for no limit.</summary>
    public double? DetectWithinSeconds { get; set; } = 20;

    /// <summary>How many false deaths a day; null for no limit.</summary>
    public double? FalseDeathsPerDay { get; set; } = 48;

    /// <summary>How many kilobytes a second and node; null for no limit.</summary>
    public double? KilobytesPerSecond { get; set; } = 2;

    /// <summary>How many runs.</summary>
    public int Runs { get; set; } = 480;

    /// <summary>The configuration as it is read.</summary>
    public GossipConfiguration Configuration => GossipConfiguration.Read(Text, Pool);

    /// <summary>The plan, or null with what is wrong.</summary>
    /// <param name="configuration">The configuration as it is read.</param>
    /// <param name="fault">What is wrong; null where nothing is.</param>
    public TuningPlan? Plan(GossipConfiguration configuration, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        fault = configuration.IsSound ? FaultOfNumbers() : UiText.Tune.FaultyText;
        if (fault is not null)
        {
            return null;
        }

        var plan = new TuningPlan
        {
            Cluster = Cluster(),
            Limits = new TuningLimits
            {
                DetectWithin = DetectWithinSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                FalseDeathsPerDay = FalseDeathsPerDay,
                BytesPerNodeSecond = KilobytesPerSecond * 1_000,
            },
            Options = configuration.Options,
            HasIndirectChecks = configuration.HasIndirectChecks,
            Runs = Runs,
        };
        fault = plan.FindFault();
        return fault is null ? plan : null;
    }

    /// <summary>Takes over what a search was begun with.</summary>
    /// <param name="search">The search.</param>
    public void Take(TuningSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        var (plan, cluster, limits) = (search.Runner.Plan, search.Runner.Plan.Cluster, search.Runner.Plan.Limits);
        (Text, Pool, Runs) = (search.Configuration.Text, search.Configuration.Pool, plan.Runs);
        (Nodes, LossPercent, Zones) = (cluster.Nodes, (double)(100 * cluster.Loss.ToDecimal()), cluster.Zones);
        LatencyFromMs = cluster.Latency.Base.TotalMilliseconds;
        LatencyToMs = (cluster.Latency.Base + cluster.Latency.Spread).TotalMilliseconds;
        BetweenZonesMs = cluster.Zones > 1 ? cluster.BetweenZones.TotalMilliseconds : BetweenZonesMs;
        (SlowNodes, SlowByMs) = (cluster.SlowNodes, cluster.SlowBy.TotalMilliseconds);
        StallMs = cluster.Stall.TotalMilliseconds;
        (DetectWithinSeconds, FalseDeathsPerDay) = (limits.DetectWithin?.TotalSeconds, limits.FalseDeathsPerDay);
        KilobytesPerSecond = limits.BytesPerNodeSecond / 1_000;
    }

    private TuningCluster Cluster() => new()
    {
        Nodes = Nodes,
        Loss = Ratio.FromDecimal((decimal)LossPercent / 100),
        Latency = new LatencyOptions { Base = Ms(LatencyFromMs), Spread = Ms(LatencyToMs - LatencyFromMs) },
        Zones = Zones,
        BetweenZones = Zones > 1 ? Ms(BetweenZonesMs) : TimeSpan.Zero,
        SlowNodes = SlowNodes,
        SlowBy = Ms(SlowByMs),
        Stall = Ms(StallMs),
    };

    // Numbers that no duration and no share could hold; the plan knows all narrower bounds.
    private string? FaultOfNumbers()
    {
        if (!(LossPercent is >= 0 and <= 100))
        {
            return UiText.Tune.OutOfRange(UiText.Tune.Loss, 0, 100);
        }

        var spans = new[]
        {
            (LatencyFromMs, UiText.Tune.LatencyFrom), (LatencyToMs, UiText.Tune.LatencyTo),
            (BetweenZonesMs, UiText.Tune.BetweenZones), (SlowByMs, UiText.Tune.SlowBy), (StallMs, UiText.Tune.Stall),
        };
        foreach (var (value, name) in spans)
        {
            if (!(value is >= 0 and <= 60_000))
            {
                return UiText.Tune.OutOfRange(name, 0, 60_000);
            }
        }

        if (DetectWithinSeconds is { } within && !(within is >= 0.1 and <= 600))
        {
            return UiText.Tune.OutOfRange(UiText.Tune.DetectWithin, 0.1, 600);
        }

        return LatencyTo() ?? (KilobytesPerSecond is { } kilobytes && !(kilobytes is >= 0.001 and <= 1e6)
            ? UiText.Tune.OutOfRange(UiText.Tune.Kilobytes, 0.001, 1e6) : null);
    }

    private string? LatencyTo() => LatencyToMs < LatencyFromMs
        ? UiText.Tune.OutOfRange(UiText.Tune.LatencyTo, LatencyFromMs, 60_000) : null;

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMicroseconds(Math.Round(milliseconds * 1_000));
}
