using CsCheck;
using GossipLab.Core.Nodes;
using GossipLab.Core.Protocol;
using GossipLab.Web.RealClusters.Loopback;
using GossipLab.Web.RealClusters.Nodes;

namespace GossipLab.Tests.Web.RealClusters;

/// <summary>The pieces of a node on the loopback.</summary>
public sealed class LoopbackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gossiplab-test").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_message_arrives_as_it_was_sent()
    {
        var news = MemberUpdates.Of(
            MemberUpdate.Alive(new NodeId(3), new Incarnation(2), NodeAddress.Of(new NodeId(3))),
            MemberUpdate.Suspect(new NodeId(1), new Incarnation(1), new NodeId(2)));

        var read = LoopbackWire.TryRead(
            LoopbackWire.Write(new NodeId(4), Message.Ping(new NodeId(1), 77, news)), nodes: 5);

        Assert.Equal((new NodeId(4), MessageKind.Ping, 77u), (read!.Value.From, read.Value.Message.Kind,
            read.Value.Message.Sequence));
        Assert.Equal(news.Items.ToArray(), read.Value.Message.Updates.Items.ToArray());
    }

    [Fact]
    public void Every_kind_of_message_has_its_bytes()
    {
        foreach (var kind in Enum.GetValues<MessageKind>())
        {
            var bytes = LoopbackWire.Write(new NodeId(0), Message.Pull());
            bytes[5] = (byte)kind;

            Assert.Equal(kind, LoopbackWire.TryRead(bytes, nodes: 1)?.Message.Kind);
        }
    }

    [Fact]
    public void Bytes_that_are_no_message_are_refused_and_never_throw()
    {
        var good = LoopbackWire.Write(new NodeId(0), Message.Push(default));

        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            _ = LoopbackWire.TryRead(bytes, nodes: 3);
            _ = LoopbackWire.TryRead([.. good.AsSpan(0, Math.Min(good.Length, bytes.Length)), .. bytes], nodes: 3);
        });
        Assert.Null(LoopbackWire.TryRead([], nodes: 3));
        Assert.Null(LoopbackWire.TryRead([2, .. good.AsSpan(1)], nodes: 3));
        Assert.Null(LoopbackWire.TryRead(LoopbackWire.Write(new NodeId(9), Message.Pull()), nodes: 3));
    }

    [Fact]
    public void What_was_kept_is_there_again()
    {
        var state = new NodeDisk(new VersionedValue(-7, new Generation(3), new NodeId(2)), new Incarnation(5));

        new LoopbackDisk(_folder).Keep(state);

        Assert.Equal(state, new LoopbackDisk(_folder).Read());
    }

    [Fact]
    public void A_damaged_file_is_set_aside()
    {
        var disk = new LoopbackDisk(_folder);
        disk.Keep(new NodeDisk(new VersionedValue(7, new Generation(3), new NodeId(2)), new Incarnation(5)));
        var file = Path.Combine(_folder, "node");
        File.WriteAllText(file, File.ReadAllText(file).Replace("7 3", "8 3", StringComparison.Ordinal));

        Assert.Null(new LoopbackDisk(_folder).Read());
        Assert.True(File.Exists(file + ".damaged"));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void A_listener_who_is_too_slow_is_let_go()
    {
        var ears = new LoopbackEars();
        var ear = ears.TryOpen()!;

        for (var count = 0; count < 5000; count++)
        {
            ears.Say(default);
        }

        Assert.True(ears.IsEmpty);
        Assert.True(ear.Reader.Count < 5000);
    }

    [Fact]
    public void Not_everybody_can_listen_at_once()
    {
        var ears = new LoopbackEars();

        var opened = Enumerable.Range(0, LoopbackEars.Most + 1).Select(_ => ears.TryOpen()).ToList();

        Assert.Equal(LoopbackEars.Most, opened.Count(ear => ear is not null));
    }

    [Fact]
    public void Ports_are_given_once_and_can_be_given_back()
    {
        var ports = new FreePorts();
        var all = ports.Take(10_000);

        var none = Assert.Throws<InvalidOperationException>(() => ports.Take(3_000));

        Assert.Equal(10_000, all.Distinct().Count());
        Assert.Contains("free ports", none.Message, StringComparison.Ordinal);
        ports.Return(all);
        Assert.Equal(10_000, ports.Take(10_000).Count);
    }
}
