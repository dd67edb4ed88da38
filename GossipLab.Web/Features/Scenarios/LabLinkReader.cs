using System.Globalization;
using GossipLab.Core.Dissemination;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace GossipLab.Web.Features.Scenarios;

/// <summary>Reads links to the lab. Whatever is in one, a sound run comes out of it.</summary>
internal sealed class LabLinkReader
{
    private const long LongestMs = 24 * 60 * 60 * 1000;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly Dictionary<string, string> _values;
    private readonly List<string> _faults = [];

    private LabLinkReader(Uri address) => _values = QueryHelpers.ParseQuery(address.Query)
        .ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    /// <summary>The run of a lab that was asked for nothing in particular: a quiet cluster.</summary>
    public static Scenario Quiet { get; } = new() { Name = "quiet", Seed = 7, Node = GossipNodeOptions.Swim };

    /// <summary>Reads a link.</summary>
    public static LabLink Read(Uri address)
    {
        return new LabLinkReader(address).Read();
    }

    private LabLink Read()
    {
        var (scenario, speed) = Begin();
        scenario = Adjust(scenario);
        var standAt = Moment(LinkKeys.Time);
        return new LabLink
        {
            LabId = Text(LinkKeys.Lab),
            Scenario = scenario,
            Speed = speed,
            StandAt = standAt,
            Lens = Node(LinkKeys.Lens, scenario.Nodes),
            Selected = Node(LinkKeys.Selected, scenario.Nodes),
            Tab = Text(LinkKeys.Tab),
            IsManual = Text(LinkKeys.Clock) == "manual",
            Plays = Text(LinkKeys.Play) != "0",
            IsStill = Text(LinkKeys.Motion) == "off",
            Faults = _faults,
        };
    }

    private (Scenario Scenario, double? Speed) Begin()
    {
        if (Text(LinkKeys.Packed) is { } packed)
        {
            if (ScenarioText.TryUnpack(packed, out var scenario, out var fault) && scenario is not null)
            {
                return (scenario, null);
            }

            _faults.Add(UiText.Scenarios.Unreadable(fault ?? ""));
            return (Quiet, null);
        }

        if (Text(LinkKeys.Scenario) is not { } name || name == Quiet.Name)
        {
            return (Quiet, null);
        }

        if (ScenarioLibrary.Find(name) is { } entry)
        {
            return (entry.Scenario, entry.Speed);
        }

        _faults.Add(UiText.Scenarios.NoScenario(name, ScenarioLibrary.All[0].Title));
        return (ScenarioLibrary.All[0].Scenario, ScenarioLibrary.All[0].Speed);
    }

    private Scenario Adjust(Scenario scenario)
    {
        var spread = scenario.Node.Dissemination;
        var seeded = scenario with { Seed = Seed(scenario.Seed) };
        var nodes = Number(LinkKeys.Nodes, 1, Scenario.MaxNodes, Numbers.Of(scenario.Nodes));
        var fanOut = Number(LinkKeys.FanOut, 1, DisseminationOptions.MaxFanOut, Numbers.Of(spread.FanOut));
        var interval = Number(LinkKeys.Interval, 10, 3_600_000, Numbers.Of((long)spread.Interval.TotalMilliseconds));
        var adjusted = seeded with
        {
            Nodes = (int)(nodes ?? scenario.Nodes),
            Network = scenario.Network with { Loss = Loss(scenario.Network.Loss) },
            Node = scenario.Node with
            {
                Dissemination = spread with
                {
                    FanOut = (int)(fanOut ?? spread.FanOut),
                    Interval = interval is { } ms ? TimeSpan.FromMilliseconds(ms) : spread.Interval,
                },
            },
        };
        if (ScenarioFaults.In(adjusted) is not [var fault, ..])
        {
            return adjusted;
        }

        _faults.Add(UiText.Scenarios.Unsound(fault.Problem));
        return seeded;
    }

    private ulong Seed(ulong usual)
    {
        if (Text(LinkKeys.Seed) is not { } text)
        {
            return usual;
        }

        if (ulong.TryParse(text, NumberStyles.None, Invariant, out var seed))
        {
            return seed;
        }

        _faults.Add(UiText.Scenarios.NotANumber(
            LinkKeys.Seed, text, "0", ulong.MaxValue.ToString(Invariant), usual.ToString(Invariant)));
        return usual;
    }

    private Ratio Loss(Ratio usual)
    {
        if (Text(LinkKeys.Loss) is not { } text)
        {
            return usual;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, Invariant, out var share) && share <= 1)
        {
            return Ratio.FromDecimal(share);
        }

        _faults.Add(UiText.Scenarios.NotAShare(text, usual.ToDecimal().ToString("0.######", Invariant)));
        return usual;
    }

    private long? Number(string key, long least, long most, string used)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, Invariant, out var number) && number >= least && number <= most)
        {
            return number;
        }

        _faults.Add(UiText.Scenarios.NotANumber(key, text, Numbers.Of(least), Numbers.Of(most), used));
        return null;
    }

    // Milliseconds, exact to the microsecond.
    private Instant? Moment(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, Invariant, out var ms) && ms <= LongestMs)
        {
            return new Instant((long)Math.Round(ms * 1000));
        }

        _faults.Add(UiText.Scenarios.NotAMoment(key, text, Numbers.Of(LongestMs)));
        return null;
    }

    private NodeId? Node(string key, int nodes)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (NodeNames.TryRead(text, out var node) && node.Index < nodes)
        {
            return node;
        }

        _faults.Add(UiText.Scenarios.NotANode(key, text));
        return null;
    }

    private string? Text(string key) =>
        _values.TryGetValue(key, out var text) && text.Length > 0 ? text : null;
}
