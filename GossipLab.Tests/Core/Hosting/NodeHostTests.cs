using GossipLab.Core.Hosting;
using GossipLab.Core.Protocol;
using GossipLab.Core.Values;
using GossipLab.Core.Wire;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Core.Hosting;

/// <summary>Real nodes in real time, without sockets.</summary>
public sealed class NodeHostTests : IAsyncDisposable
{
    private static readonly int[] OrderOfComing = [0, 3, 1, 2];

    private readonly HostRig _rig = new();

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_value_set_at_one_node_reaches_all()
    {
        var hosts = _rig.Start(5);
        await _rig.UntilAsync(hosts, "n4", MemberState.Alive);

        var outcome = await hosts[2].SetAsync(7, cancel: Cancel);

        Assert.Equal(new SetOutcome(SetResult.Set, new NamedValue(7, 1, "n2")), outcome);
        await _rig.UntilAsync(() => Task.FromResult(hosts.All(host => host.Value == outcome.Value)));
    }

    [Fact]
    public async Task A_node_whose_contact_is_not_there_yet_joins_once_it_is()
    {
        var early = _rig.Start(HostRig.Options(1));
        Assert.True(await early.IsJoiningAsync(Cancel));

        var contact = _rig.Start(HostRig.Options(0));

        await _rig.UntilAsync([contact], "n1", MemberState.Alive);
        await _rig.UntilAsync(async () => !await early.IsJoiningAsync(Cancel));
    }

    [Fact]
    public async Task A_crashed_node_is_believed_dead_and_comes_back()
    {
        var hosts = _rig.Start(3);
        await _rig.UntilAsync(hosts, "n2", MemberState.Alive);

        await _rig.CrashAsync(hosts[2]);
        await _rig.UntilAsync(hosts[..2], "n2", MemberState.Dead);
        var again = _rig.Start(HostRig.Options(2));

        await _rig.UntilAsync(hosts[..2], "n2", MemberState.Alive);
        await _rig.UntilAsync(async () => (await again.ReportAsync(Cancel)).Incarnation >= 2);
    }

    [Fact]
    public async Task A_node_that_says_goodbye_has_left_and_is_not_dead()
    {
        var hosts = _rig.Start(3);
        await _rig.UntilAsync(hosts, "n1", MemberState.Alive);

        await hosts[1].LeaveAsync(Cancel);

        await _rig.UntilAsync([hosts[0], hosts[2]], "n1", MemberState.Left);
    }

    [Theory]
    [InlineData(TieBreak.HighestWriter, 1)]
    [InlineData(TieBreak.KeepMine, 2)]
    public async Task Simultaneous_sets_converge_by_name_or_stay_split(TieBreak tieBreak, int values)
    {
        // They meet in different orders, so that each numbers the others in its own way.
        var hosts = OrderOfComing.Select(index => _rig.Start(HostRig.Options(index) with
        {
            Node = HostRig.Quick with { Value = new ValueOptions { TieBreak = tieBreak } },
        })).ToArray();
        foreach (var host in hosts)
        {
            await _rig.UntilAsync(hosts, host.Name, MemberState.Alive);
        }

        var tie = await TieAsync(hosts[1], hosts[2]);

        await _rig.UntilAsync(() => Task.FromResult(hosts.All(host => host.Value.Generation == tie)
            && hosts.Select(host => host.Value.Value).Distinct().Count() == values));
        if (values == 1)
        {
            Assert.All(hosts, host => Assert.Equal("n3", host.Value.Writer));
        }
    }

    [Fact]
    public async Task What_is_asked_before_a_node_is_up_is_answered_when_it_is()
    {
        await using var transport = _rig.Network.Open(HostRig.AddressOf(0), static _ => default);
        await using var host = new NodeHost(HostRig.Options(0), transport);
        var report = host.ReportAsync(Cancel);

        host.Start();

        Assert.Equal(1u, (await report).Incarnation);
    }

    [Fact]
    public async Task Compare_and_set_changes_only_what_the_client_saw()
    {
        var host = _rig.Start(HostRig.Options(0));

        Assert.Equal(SetResult.Set, (await host.SetAsync(1, expected: 0, Cancel)).Result);
        var late = await host.SetAsync(2, expected: 0, Cancel);

        Assert.Equal(new SetOutcome(SetResult.Changed, new NamedValue(1, 1, "n0")), late);
        Assert.Equal(1, host.Value.Value);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_is_refused_with_its_reason_and_counted()
    {
        var host = _rig.Start(HostRig.Options(0));

        Assert.Equal(WireFault.NotOurs, await host.ReceiveAsync("hello"u8.ToArray(), Cancel));
        Assert.Equal(WireFault.Misdirected, await host.ReceiveAsync(Letter("n7", "n9"), Cancel));
        Assert.Equal(WireFault.Misdirected, await host.ReceiveAsync(Letter("n0", "n0"), Cancel));
        Assert.Equal(WireFault.None, await host.ReceiveAsync(Letter("n7", "n0"), Cancel));

        Assert.Equal(1, host.Counters.RefusedFor(WireFault.NotOurs));
        Assert.Equal(2, host.Counters.RefusedFor(WireFault.Misdirected));
        Assert.Equal(1, host.Counters.ReceivedOf(MessageKind.Pull));
    }

    [Fact]
    public async Task More_messages_than_find_room_are_lost_and_counted()
    {
        using var open = new ManualResetEventSlim();
        var host = _rig.Start(HostRig.Options(0));
        host.Heard += _ => open.Wait();
        var set = host.SetAsync(1, cancel: Cancel);

        var taken = Enumerable.Range(0, NodeHost.MaxWaiting + 100)
            .Select(_ => host.ReceiveAsync("hello"u8.ToArray(), Cancel).AsTask()).ToArray();
        open.Set();

        Assert.InRange((await Task.WhenAll(taken)).Count(fault => fault is null), 90, 110);
        Assert.InRange(host.Counters.Overflows, 90, 110);
        Assert.Equal(SetResult.Set, (await set).Result);
    }

    [Fact]
    public async Task Nobody_hears_of_a_set_before_it_is_kept()
    {
        using var store = new RecordingStore();
        var hosts = new[] { _rig.Start(HostRig.Options(0), store), _rig.Start(HostRig.Options(1)) };
        await _rig.UntilAsync(hosts, "n1", MemberState.Alive);

        await hosts[0].SetAsync(7, cancel: Cancel);

        Assert.Equal(new KeptState(7, 1, "n0", 1), store.Last);
    }

    [Fact]
    public async Task A_set_that_the_disk_did_not_keep_says_so()
    {
        using var store = new RecordingStore { Fails = true };
        var host = _rig.Start(HostRig.Options(0), store);

        Assert.Equal(SetResult.NotKept, (await host.SetAsync(7, cancel: Cancel)).Result);
        store.Fails = false;

        Assert.Equal(SetResult.Set, (await host.SetAsync(8, cancel: Cancel)).Result);
        Assert.Equal(8, store.Last?.Value);
        Assert.True(host.Counters.StoreFailures >= 1);
    }

    [Fact]
    public async Task What_was_kept_is_there_after_a_restart()
    {
        using var store = new RecordingStore();
        var host = _rig.Start(HostRig.Options(0), store);
        await host.SetAsync(7, cancel: Cancel);
        await _rig.CrashAsync(host);

        var again = _rig.Start(HostRig.Options(0), store);

        Assert.Equal(new NamedValue(7, 1, "n0"), again.Value);
        Assert.Equal(2u, (await again.ReportAsync(Cancel)).Incarnation);
    }

    // Where one set heard of the other it is no tie, and both set again.
    private async Task<long> TieAsync(NodeHost one, NodeHost other)
    {
        while (true)
        {
            var sets = await Task.WhenAll(one.SetAsync(100, cancel: Cancel), other.SetAsync(200, cancel: Cancel));
            if (sets[0].Value.Generation == sets[1].Value.Generation)
            {
                return sets[0].Value.Generation;
            }

            await _rig.UntilAsync(() => Task.FromResult(one.Value == other.Value));
        }
    }

    private static byte[] Letter(string from, string to)
    {
        var book = new AddressBook(from, "127.0.0.1:1", most: 4);
        book.TryReadName(System.Text.Encoding.ASCII.GetBytes(to), out var receiver);
        var bytes = new byte[1024];
        var letter = new Letter(AddressBook.Self, NodeAddress.Of(AddressBook.Self), receiver, Message.Pull());
        return bytes[..WireCodec.Write(letter, book, bytes)];
    }

    private sealed class RecordingStore : INodeStore
    {
        private volatile KeptState? _last;

        public bool Fails { get; set; }

        public KeptState? Last => _last;

        public KeptState? Read() => _last;

        public void Keep(KeptState state) => _last = Fails ? throw new IOException("the disk is full") : state;

        public void Dispose()
        {
            // Nothing is open.
        }
    }
}
