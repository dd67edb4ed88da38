using System.Diagnostics.CodeAnalysis;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>The suspicions that run at one node, found by their subject. Their order never matters.</summary>
internal sealed class SuspicionTable
{
    private readonly Dictionary<NodeId, Suspicion> _bySubject = [];
    private uint _lastToken;

    public int Count => _bySubject.Count;

    public uint NextToken() => ++_lastToken;

    public Suspicion Start(NodeId subject, NodeId accuser, Instant now, SuspicionSpan span)
    {
        var suspicion = new Suspicion(accuser, now, span, NextToken());
        _bySubject[subject] = suspicion;
        return suspicion;
    }

    public bool TryFind(NodeId subject, [NotNullWhen(true)] out Suspicion? suspicion) =>
        _bySubject.TryGetValue(subject, out suspicion);

    public void End(NodeId subject) => _bySubject.Remove(subject);
}
