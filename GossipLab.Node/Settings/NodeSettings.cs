using System.Net;
using GossipLab.Core.Dissemination;
using GossipLab.Core.Hosting;
using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Values;

namespace GossipLab.Node.Settings;

/// <summary>Which HTTP routes clients find.</summary>
public enum ApiKind
{
    /// <summary>The article's and those under /v1.</summary>
    Both,

    /// <summary>The article's only, byte for byte.</summary>
    Article,

    /// <summary>Those under /v1 only.</summary>
    V1,
}

/// <summary>What the protocol's settings begin with; each can be set apart from it.</summary>
public enum NodePreset
{
    /// <summary>The article's pace without its bugs: a round every 2 s to two members.</summary>
    Usual,

    /// <summary>The article's program with its bugs.</summary>
    Article,

    /// <summary>A round every 100 ms to three members: ten nodes agree in less than half a second.</summary>
    Fast,
}

/// <summary>Which of memberlist's presets the failure detector uses.</summary>
public enum MembershipPreset
{
    /// <summary>For a local network.</summary>
    Lan,

    /// <summary>For the internet.</summary>
    Wan,

    /// <summary>For one machine.</summary>
    Local,
}

/// <summary>How the log is written.</summary>
public enum LogFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>A JSON object a line.</summary>
    Json,

    /// <summary>Only what ends the program.</summary>
    Off,
}

/// <summary>What a node is started with. <see cref="SettingTable"/> says what each may be.</summary>
public sealed record NodeSettings
{
    /// <summary>The port of nodes and contacts that are given without one.</summary>
    public const int UsualPort = 8080;

    /// <summary>Its name; the machine's and the port where none is given.</summary>
    public string? Name { get; init; }

    /// <summary>The address it listens at; null for the loopback without a secret, for all with one.</summary>
    public IPAddress? Bind { get; init; }

    /// <summary>The port it listens on.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>Where others reach it, with or without a port; found out where it is not given.</summary>
    public string? Advertise { get; init; }

    /// <summary>The addresses of members that it asks to be let in.</summary>
    public IReadOnlyList<string> Join { get; init; } = [];

    /// <summary>All members, where they begin at one moment as a formed cluster. Not for the command line.</summary>
    public IReadOnlyList<(string Name, string Address)> Founders { get; init; } = [];

    /// <summary>What the protocol's settings begin with.</summary>
    public NodePreset Preset { get; init; }

    /// <summary>The value it is born with; null for the preset's.</summary>
    public long? Value { get; init; }

    /// <summary>The time between two rounds; null for the preset's.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>How many others it tells each round; null for the preset's.</summary>
    public int? FanOut { get; init; }

    /// <summary>What decides between two values of one generation; null for the preset's.</summary>
    public TieBreak? TieBreak { get; init; }

    /// <summary>The failure detector's preset.</summary>
    public MembershipPreset Membership { get; init; }

    /// <summary>Where it keeps its state; null for nowhere.</summary>
    public string? DataFolder { get; init; }

    /// <summary>What nodes prove to each other that they know; null for nothing.</summary>
    public string? Secret { get; init; }

    /// <summary>Which routes clients find.</summary>
    public ApiKind Api { get; init; }

    /// <summary>Whether whoever knows the secret may disturb its messages.</summary>
    public bool AllowsFaults { get; init; }

    /// <summary>Whether it ends when its input does, so that it never outlives whoever started it.</summary>
    public bool EndsWithInput { get; init; }

    /// <summary>How the log is written.</summary>
    public LogFormat Log { get; init; }

    /// <summary>Where it listens.</summary>
    public IPAddress Listens => Bind ?? (Secret is null ? IPAddress.Loopback : IPAddress.Any);

    /// <summary>What it is called.</summary>
    public string NameOrUsual => Name ?? $"{Dns.GetHostName()}-{Port}";

    /// <summary>The settings of the protocol.</summary>
    public GossipNodeOptions Protocol
    {
        get
        {
            var options = Preset == NodePreset.Article ? GossipNodeOptions.Article : GossipNodeOptions.Swim;
            var pace = Preset == NodePreset.Fast
                ? options.Dissemination with { FanOut = 3, Interval = TimeSpan.FromMilliseconds(100) }
                : options.Dissemination;
            return options with
            {
                Value = options.Value with
                {
                    InitialValue = Value ?? options.Value.InitialValue,
                    TieBreak = TieBreak ?? options.Value.TieBreak,
                },
                Dissemination = pace with { FanOut = FanOut ?? pace.FanOut, Interval = Interval ?? pace.Interval },
                Membership = Membership switch
                {
                    MembershipPreset.Wan => MembershipOptions.Wan,
                    MembershipPreset.Local => MembershipOptions.Local,
                    _ => MembershipOptions.Lan,
                },
            };
        }
    }

    /// <summary>What the host is started with.</summary>
    public NodeHostOptions HostOptions => new()
    {
        Name = NameOrUsual,
        Address = OwnAddress.Of(this),
        Node = Protocol,
        Contacts = Join,
        Founders = Founders,
    };
}
