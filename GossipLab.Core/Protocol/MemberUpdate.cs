namespace GossipLab.Core.Protocol;

/// <summary>
/// News about one member: what SWIM piggybacks on its messages and what a full exchange of state is made of. The state
/// says what is claimed: alive, suspect, dead, or (dead by its own word) left.
/// </summary>
public readonly record struct MemberUpdate
{
    // Side by side they take 32 bytes; as structs within the struct they would take 40, and much of what a simulation
    // moves are these.
    private readonly uint _host;
    private readonly ushort _port;
    private readonly byte _minVersion;
    private readonly byte _maxVersion;
    private readonly byte _version;

    /// <summary>What is claimed.</summary>
    public MemberState State { get; init; }

    /// <summary>About whom.</summary>
    public NodeId Subject { get; init; }

    /// <summary>The incarnation of the subject that the claim is about.</summary>
    public Incarnation Incarnation { get; init; }

    /// <summary>Who claims it (memberlist's From). A death announced by its subject means that it left.</summary>
    public NodeId From { get; init; }

    /// <summary>Where the subject listens; only with alive.</summary>
    public NodeAddress Address
    {
        get => new(_host, _port);
        init => (_host, _port) = (value.Host, value.Port);
    }

    /// <summary>What the subject says of itself; only with alive.</summary>
    public MemberMeta Meta { get; init; }

    /// <summary>What the subject can speak; only with alive.</summary>
    public ProtocolVersions Versions
    {
        get => new(_minVersion, _maxVersion, _version);
        init => (_minVersion, _maxVersion, _version) = (value.Min, value.Max, value.Spoken);
    }

    /// <summary>The subject is alive at this incarnation.</summary>
    public static MemberUpdate Alive(NodeId subject, Incarnation incarnation, NodeAddress address) => new()
    {
        State = MemberState.Alive,
        Subject = subject,
        Incarnation = incarnation,
        From = subject,
        Address = address,
        Versions = ProtocolVersions.Current,
    };

    /// <summary>Somebody had no answer from the subject.</summary>
    public static MemberUpdate Suspect(NodeId subject, Incarnation incarnation, NodeId from) =>
        new() { State = MemberState.Suspect, Subject = subject, Incarnation = incarnation, From = from };

    /// <summary>Somebody's suspicion of the subject ran out; from the subject itself, it leaves.</summary>
    public static MemberUpdate Dead(NodeId subject, Incarnation incarnation, NodeId from) => new()
    {
        State = subject == from ? MemberState.Left : MemberState.Dead,
        Subject = subject,
        Incarnation = incarnation,
        From = from,
    };

    /// <summary>The claim in one line, for example <c>suspect n3 inc 2 from n7</c>.</summary>
    public override string ToString()
    {
        var state = State.ToString();
        return FormattableString.Invariant(
            $"{char.ToLowerInvariant(state[0])}{state[1..]} {Subject} inc {Incarnation} from {From}");
    }
}
