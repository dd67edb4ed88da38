using System.Security.Cryptography;
using GossipLab.Core.Membership;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Hosting;

/// <content>How the node begins, what it is asked, and what it says of itself.</content>
public sealed partial class NodeHost
{
    // The order of writers is that of their names: numbers are this node's own.
    private GossipNodeOptions Protocol(NodeHostOptions options) => options.Node with
    {
        Value = options.Node.Value with { WriterOrder = _book },
        Membership = options.Node.Membership with { MaxMembers = options.MaxMembers },
    };

    private static Dice DiceFor(NodeHostOptions options)
    {
        var seed = options.Seed ?? BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        return new Dice(options.Name.Aggregate(seed, (mixed, letter) => Dice.Mix(mixed ^ letter)), node: 0);
    }

    private void AddFounders(NodeHostOptions options)
    {
        foreach (var (name, address) in options.Founders)
        {
            if (name != options.Name && !_book.TryAdd(name, address, out _))
            {
                throw new ArgumentException($"«{name}» at «{address}» is no name at an address", nameof(options));
            }
        }
    }

    private NodeDisk? StateOf(KeptState? kept)
    {
        if (kept is null)
        {
            return null;
        }

        var writer = NodeId.None;
        if (kept.Writer is { } name)
        {
            _book.TryReadName(System.Text.Encoding.ASCII.GetBytes(name), out writer);
        }

        return new NodeDisk(
            new VersionedValue(kept.Value, new Generation(kept.Generation), writer),
            new Incarnation(kept.Incarnation));
    }

    private void Begin() => With((in turn) =>
    {
        var founders = Enumerable.Range(0, _book.Count).Select(index => new NodeId(index)).Where(IsFounder).ToArray();
        _node.Start(turn, founders, together: _options.Founders.Count > 0);
        foreach (var contact in _options.Contacts)
        {
            if (contact != _options.Address && _book.Contact(contact) is { IsSomebody: true } id)
            {
                _node.Join(turn, id);
            }
        }
    });

    private bool IsFounder(NodeId id) => id == AddressBook.Self
        || _options.Founders.Any(founder => founder.Name == _book.NameOf(id));

    // Whoever it knows, asks, or holds the value of.
    private bool IsNeeded(NodeId id)
    {
        if (_book.IsContact(id) || (_node.Swim?.Remembers(id) ?? true))
        {
            return true;
        }

        foreach (ref readonly var value in _node.Store.Siblings)
        {
            if (value.Writer == id)
            {
                return true;
            }
        }

        return _kept?.Value.Writer == id;
    }

    private SetOutcome Set(long value, long? expected)
    {
        var before = _node.Store.Current;
        if (expected is { } generation && generation != before.Generation.Number)
        {
            return new SetOutcome(SetResult.Changed, Named(before));
        }

        var rule = Rule.ValueSetRefused;
        With((in turn) => rule = _node.Set(turn, value));
        Counters.Sets += rule == Rule.ValueSet ? 1 : 0;
        return new SetOutcome(
            rule == Rule.ValueSet ? SetResult.Set : SetResult.OutOfBounds, Named(_node.Store.Current));
    }

    private HostReport Report()
    {
        var view = _node.View();
        return new HostReport
        {
            Name = Name,
            Value = Named(view.Value),
            Siblings = [.. view.Siblings.Where(value => value != view.Value).Select(Named)],
            Incarnation = view.Membership?.Incarnation.Number,
            Health = view.Membership?.Health,
            IsJoining = view.Membership?.IsJoining ?? false,
            IsLeaving = view.Membership?.IsLeaving ?? false,
            Members = [.. (view.Membership?.Members ?? []).Select(row => Named(row.Member))],
        };
    }

    private NamedValue Named(VersionedValue value) =>
        new(value.Value, value.Generation.Number, _book.NameOf(value.Writer));

    private NamedMember Named(Member member) => new(
        _book.NameOf(member.Id) ?? member.Id.ToString(), _book.TextOf(member.Address), member.State,
        member.Incarnation.Number);
}
