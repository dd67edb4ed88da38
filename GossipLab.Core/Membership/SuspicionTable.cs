using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>The suspicions that run at one node, found by their subject. Their order never matters.</summary>
internal struct SuspicionTable
{
    private const int KeptWhenOver = 64;

    private NumberMap<int> _placeOf;
    private Suspicion[]? _suspicions;
    private uint _lastToken;

    public uint NextToken() => ++_lastToken;

    public ref Suspicion Start(in MemberUpdate suspect, Instant now, SuspicionSpan span)
    {
        var place = _placeOf.Count;
        if (_suspicions is null || place == _suspicions.Length)
        {
            Array.Resize(ref _suspicions, Math.Max(2, 2 * place));
        }

        _suspicions[place] = new Suspicion(suspect, now, span, NextToken());
        _placeOf.Put(suspect.Subject.Index, place);
        return ref _suspicions[place];
    }

    /// <summary>Where the suspicion of somebody stands until another one ends; -1 where none runs.</summary>
    public readonly int PlaceOf(NodeId subject) => _placeOf.TryFind(subject.Index, out var place) ? place : -1;

    public readonly ref Suspicion At(int place) => ref _suspicions![place];

    public readonly bool TryFind(NodeId subject, out Suspicion suspicion)
    {
        var place = PlaceOf(subject);
        suspicion = place < 0 ? default : _suspicions![place];
        return place >= 0;
    }

    public readonly SuspicionTable Copy()
    {
        var copy = this;
        copy._placeOf = _placeOf.Copy();
        copy._suspicions = _placeOf.Count == 0 ? null : _suspicions.AsSpan(0, _placeOf.Count).ToArray();
        foreach (ref var suspicion in copy._suspicions.AsSpan())
        {
            suspicion.Detach();
        }

        return copy;
    }

    public void End(NodeId subject)
    {
        if (!_placeOf.TryFind(subject.Index, out var place))
        {
            return;
        }

        _placeOf.Remove(subject.Index);
        var last = _placeOf.Count;
        if (place < last)
        {
            _suspicions![place] = _suspicions[last];
            _placeOf.Put(_suspicions[place].Subject.Index, place);
        }

        if (last == 0 && _suspicions!.Length > KeptWhenOver)
        {
            _suspicions = null;
        }
    }
}
