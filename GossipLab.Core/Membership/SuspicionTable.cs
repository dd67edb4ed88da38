using System.Diagnostics.CodeAnalysis;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>The suspicions that run at one node, found by their subject. Their order never matters.</summary>
internal sealed class SuspicionTable
{
    private const int KeptWhenOver = 64;

    private NumberMap<int> _placeOf;

    // Those that run come first; behind them stand those that are over, to be used again.
    private Suspicion?[] _suspicions = [];
    private uint _lastToken;

    public int Count => _placeOf.Count;

    public uint NextToken() => ++_lastToken;

    public Suspicion Start(in MemberUpdate suspect, Instant now, SuspicionSpan span)
    {
        var place = Count;
        if (place == _suspicions.Length)
        {
            Array.Resize(ref _suspicions, Math.Max(2, 2 * place));
        }

        var suspicion = _suspicions[place] ??= new Suspicion();
        suspicion.Begin(suspect, now, span, NextToken());
        _placeOf.Put(suspect.Subject.Index, place);
        return suspicion;
    }

    public bool TryFind(NodeId subject, [NotNullWhen(true)] out Suspicion? suspicion)
    {
        suspicion = _placeOf.TryFind(subject.Index, out var place) ? _suspicions[place] : null;
        return suspicion is not null;
    }

    public void End(NodeId subject)
    {
        if (!_placeOf.TryFind(subject.Index, out var place))
        {
            return;
        }

        _placeOf.Remove(subject.Index);
        var last = _suspicions[Count]!;
        (_suspicions[place], _suspicions[Count]) = (last, _suspicions[place]);
        if (place < Count)
        {
            _placeOf.Put(last.Subject.Index, place);
        }

        if (Count == 0 && _suspicions.Length > KeptWhenOver)
        {
            _suspicions = [];
        }
    }
}
