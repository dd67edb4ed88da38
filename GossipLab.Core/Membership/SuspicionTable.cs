using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>The suspicions that run at one node, found by their subject. Their order never matters.</summary>
internal struct SuspicionTable
{
    private NumberMap<Suspicion> _suspicions;
    private uint _lastToken;

    public uint NextToken() => ++_lastToken;

    public ref Suspicion Start(in MemberUpdate suspect, Instant now, SuspicionSpan span)
    {
        _suspicions.Put(suspect.Subject.Index, new Suspicion(suspect, now, span, NextToken()));
        return ref _suspicions.At(_suspicions.PlaceOf(suspect.Subject.Index));
    }

    /// <summary>Where the suspicion of somebody stands until another one starts or ends; -1 where none runs.</summary>
    public readonly int PlaceOf(NodeId subject) => _suspicions.PlaceOf(subject.Index);

    /// <summary>Asks for the memory where the suspicion of somebody is.</summary>
    public readonly void BringNear(NodeId subject) => _suspicions.BringNear(subject.Index);

    public readonly ref Suspicion At(int place) => ref _suspicions.At(place);

    public readonly bool TryFind(NodeId subject, out Suspicion suspicion) =>
        _suspicions.TryFind(subject.Index, out suspicion);

    /// <summary>Passes its state through a tape.</summary>
    public void Pass(StateTape tape)
    {
        _lastToken = tape.Pass(_lastToken);
        _suspicions.Pass(tape, static (tape, suspicion) => suspicion.Pass(tape));
    }

    public void End(NodeId subject) => _suspicions.Remove(subject.Index);
}
