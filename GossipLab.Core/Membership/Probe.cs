using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>How far a probe is.</summary>
public enum ProbePhase : byte
{
    /// <summary>None runs.</summary>
    Idle,

    /// <summary>The member was pinged.</summary>
    Direct,

    /// <summary>Helpers were asked.</summary>
    Indirect,
}

/// <summary>The probe of a node; one at a time.</summary>
internal struct Probe
{
    private NodeId[]? _helpers;
    private NodeId _subject;
    private Incarnation _incarnation;
    private NodeAddress _address;
    private ProtocolVersions _versions;
    private int _helperCount;
    private uint _nacked;
    private uint _nacksWanted;

    public ProbePhase Phase { get; private set; }

    public readonly bool IsRunning => Phase != ProbePhase.Idle;

    /// <summary>Who is probed, as it was when the probe began: an accusation is about that incarnation.</summary>
    public readonly Member Subject => new(_subject, default, _incarnation, default)
    {
        Address = _address,
        Versions = _versions,
    };

    public uint Sequence { get; private set; }

    public Instant Began { get; private set; }

    /// <summary>How long the direct ping has.</summary>
    public TimeSpan Timeout { get; private set; }

    /// <summary>How long the whole probe has.</summary>
    public TimeSpan Span { get; private set; }

    /// <summary>Whether the subject answered over a stream.</summary>
    public bool HasStreamAnswer { get; set; }

    public readonly ReadOnlySpan<NodeId> Helpers => _helpers.AsSpan(0, _helperCount);

    public readonly int NacksWanted => int.PopCount((int)_nacksWanted);

    public readonly int NacksHeard => int.PopCount((int)_nacked);

    public void Begin(in Member subject, uint sequence, Instant now, TimeSpan timeout, TimeSpan span)
    {
        Phase = ProbePhase.Direct;
        (_subject, _incarnation) = (subject.Id, subject.Incarnation);
        (_address, _versions) = (subject.Address, subject.Versions);
        Sequence = sequence;
        Began = now;
        Timeout = timeout;
        Span = span;
        HasStreamAnswer = false;
        _helperCount = 0;
        _nacked = 0;
        _nacksWanted = 0;
    }

    public void TurnToHelpers() => Phase = ProbePhase.Indirect;

    public void AddHelper(NodeId helper, bool wantsNack)
    {
        _helpers ??= new NodeId[OptionBounds.MaxPeers];
        _nacksWanted |= wantsNack ? 1u << _helperCount : 0;
        _helpers[_helperCount++] = helper;
    }

    /// <summary>Notes the nack of a helper, once.</summary>
    /// <returns>Whether one was wanted of it and had not come yet.</returns>
    public bool HearNack(NodeId from)
    {
        var helper = Helpers.IndexOf(from);
        var bit = helper < 0 ? 0 : 1u << helper;
        var isNew = (_nacksWanted & bit) != 0 && (_nacked & bit) == 0;
        _nacked |= isNew ? bit : 0;
        return isNew;
    }

    /// <summary>Passes its state through a tape: nothing once it has ended.</summary>
    public void Pass(StateTape tape)
    {
        Phase = (ProbePhase)tape.Pass((int)Phase);
        if (!IsRunning)
        {
            _helpers = tape.IsPlayed ? null : _helpers;
            return;
        }

        _subject = new NodeId(tape.Pass(_subject.Index));
        _incarnation = new Incarnation(tape.Pass(_incarnation.Number));
        _address = new NodeAddress(tape.Pass(_address.Host), (ushort)tape.Pass(_address.Port));
        _versions = new ProtocolVersions(
            (byte)tape.Pass(_versions.Min), (byte)tape.Pass(_versions.Max), (byte)tape.Pass(_versions.Spoken));
        (Sequence, Began, Timeout, Span) = (tape.Pass(Sequence), tape.Pass(Began), tape.Pass(Timeout), tape.Pass(Span));
        HasStreamAnswer = tape.Pass(HasStreamAnswer);
        (_helperCount, _nacked, _nacksWanted) = (tape.Pass(_helperCount), tape.Pass(_nacked), tape.Pass(_nacksWanted));
        _helpers = tape.Pass(_helperCount == 0 ? null : _helpers, static helpers => [.. helpers]);
    }

    public void End() => Phase = ProbePhase.Idle;
}
