using GossipLab.Core.Membership;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation.Tables;

namespace GossipLab.Tests.Core.Simulation.Tables;

/// <summary>One thing that happens to a node's table.</summary>
/// <param name="Kind">
/// 0 alive, 1 suspect, 2 dead, 3 left, 4 other meta, 5 reap, 6 tell another, 7 restart, 8 and 9 time.
/// </param>
/// <param name="Node">At which node.</param>
/// <param name="Subject">About whom, or to whom.</param>
/// <param name="Incarnation">In which incarnation.</param>
/// <param name="Pause">How many milliseconds pass before.</param>
internal sealed record Act(int Kind, int Node, int Subject, uint Incarnation, int Pause);

/// <summary>A shared and a dense table for each node, which live through the same.</summary>
internal sealed class TablePair
{
    private static readonly MembershipOptions Options = new() { MaxMembers = 4096 };

    private readonly List<SharedTable> _shared = [];
    private readonly List<DenseTable> _dense = [];
    private Instant _now;

    public TablePair(int nodes)
    {
        var known = Enumerable.Range(0, nodes).Select(index => new NodeId(index)).ToArray();
        for (var node = 0; node < nodes; node++)
        {
            _shared.Add(Shared.Add());
            _dense.Add(new DenseTable(Options.MaxMembers));
            Both(node, table => table.Add(Self(node)));
            Both(node, table => table.AddFounders(known, _now));
        }
    }

    public SharedTables Shared { get; } = new(Options);

    public void Do(Act act)
    {
        _now += TimeSpan.FromMilliseconds(act.Pause);
        var id = new NodeId(act.Subject);
        switch (act.Kind)
        {
            case <= 4: Believe(act, id); break;
            case 5: Reap(act.Node); break;
            case 6: Tell(act.Node, act.Subject % _dense.Count); break;
            case 7: Restart(act.Node); break;
            default: Shared.Tidy(_now); break;
        }
    }

    public void AssertEqual()
    {
        for (var node = 0; node < _dense.Count; node++)
        {
            var (shared, dense) = (_shared[node], _dense[node]);
            Assert.Equal((dense.Count, dense.Places), (shared.Count, shared.Places));
            Assert.Equal(States.Select(dense.CountOf), States.Select(shared.CountOf));
            Assert.Equal(dense.AllMembers().Select(member => Comparable(member, member)),
                shared.AllMembers().Zip(dense.AllMembers(), Comparable));
            AssertTellsTheSame(node);
        }
    }

    private static MemberState[] States => Enum.GetValues<MemberState>();

    // Since when somebody is alive, or gone for so long that no rule asks, is the last learner's time.
    private Member Comparable(Member member, Member exact)
    {
        var isOld = exact.IsGone && exact.Since < _now - Options.GossipToTheDeadTime
            && member.Since < _now - Options.GossipToTheDeadTime;
        return exact.State == MemberState.Alive || isOld ? member with { Since = default } : member;
    }

    private void AssertTellsTheSame(int node)
    {
        var from = new NodeId(node);
        var (told, expected) = (_shared[node].AllRecords(from), _dense[node].AllRecords(from));
        Assert.Equal(expected.Items.ToArray(), told.Items.ToArray());
        Assert.Equal(MessageSize.Of(Message.SyncReply(expected, joins: false)),
            MessageSize.Of(Message.SyncReply(told, joins: false)));
    }

    private void Believe(Act act, NodeId id)
    {
        var isKnown = _dense[act.Node].TryFind(id, out var member);
        Assert.Equal(isKnown, _shared[act.Node].Knows(id));
        member = new Member(id, act.Kind < 4 ? (MemberState)act.Kind : MemberState.Alive,
            new Incarnation(act.Incarnation), _now)
        {
            Address = act.Pause % 7 == 3 ? new NodeAddress(9, 1) : NodeAddress.Of(id),
            Meta = act.Kind == 4 ? new MemberMeta("role") : default,
            Versions = ProtocolVersions.Current,
        };
        if (isKnown)
        {
            Both(act.Node, table => table.Set(member));
        }
        else
        {
            Both(act.Node, table => table.Add(member));
        }
    }

    private void Reap(int node)
    {
        var (before, self) = (_now - Options.GossipToTheDeadTime, new NodeId(node));
        var (shared, dense) = (new List<Member>(), new List<Member>());
        _shared[node].Reap(before, self, shared);
        _dense[node].Reap(before, self, dense);
        Assert.Equal(
            dense.Select(member => (member.Id, member.State)), shared.Select(member => (member.Id, member.State)));
    }

    // Whoever hears a whole state takes it over, record by record; what shared tables leave out must change nothing.
    private void Tell(int from, int to)
    {
        var told = _dense[from].AllRecords(new NodeId(from));
        var copied = _shared[from].AllRecords(new NodeId(from));
        Assert.Equal(_dense[to].AgreeOnVersions(told), _shared[to].AgreeOnVersions(copied));
        Take(_dense[to], told);
        Take(_shared[to], copied);
    }

    private void Take(MemberTable table, MemberUpdates records)
    {
        for (var cursor = 0; table.TryNextToHear(records, ref cursor, out var record);)
        {
            var isKnown = table.TryFind(record.Subject, out var member);
            if (isKnown && (member.State, member.Incarnation, member.Address, member.Meta)
                == (record.State, record.Incarnation, record.Address, record.Meta))
            {
                continue;
            }

            var heard = new Member(record.Subject, record.State, record.Incarnation, _now)
            {
                Address = record.Address,
                Meta = record.Meta,
                Versions = record.Versions,
            };
            if (isKnown)
            {
                table.Set(heard);
            }
            else
            {
                table.Add(heard);
            }
        }
    }

    private void Restart(int node)
    {
        _shared[node].Freeze();
        _shared[node] = Shared.Add();
        _dense[node] = new DenseTable(Options.MaxMembers);
        Both(node, table => table.Add(Self(node)));
    }

    private Member Self(int node) => new(new NodeId(node), MemberState.Alive, new Incarnation(1), _now)
    {
        Address = NodeAddress.Of(new NodeId(node)),
        Versions = ProtocolVersions.Current,
    };

    private void Both(int node, Action<MemberTable> act)
    {
        act(_shared[node]);
        act(_dense[node]);
    }
}
