using System.Text;
using GossipLab.Core.Hosting;
using GossipLab.Core.Protocol;

namespace GossipLab.Tests.Core.Hosting;

/// <summary>What a real node calls others.</summary>
public sealed class AddressBookTests
{
    private readonly AddressBook _book = new("n1", "127.0.0.1:8080", most: 4);

    [Theory]
    [InlineData("127.0.0.1:8080")]
    [InlineData("node-0.gossip.default.svc.cluster.local:65535")]
    [InlineData("[::1]:1")]
    public void A_host_and_a_port_are_an_address(string text) => Assert.True(AddressBook.IsAddress(text));

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:65536")]
    [InlineData("127.0.0.1:+8")]
    [InlineData(":8080")]
    [InlineData("a b:8080")]
    [InlineData("user@host:8080/path:1")]
    public void Other_texts_are_none(string text) => Assert.False(AddressBook.IsAddress(text));

    [Fact]
    public void Its_owner_is_number_zero()
    {
        Assert.Equal(AddressBook.Self, _book.Find("n1"));
        Assert.Equal("127.0.0.1:8080", _book.TextOf(NodeAddress.Of(AddressBook.Self)));
    }

    [Fact]
    public void A_contact_has_an_address_and_no_name_on_the_wire()
    {
        var contact = _book.Contact("10.0.0.7:8080");

        Assert.True(_book.IsContact(contact));
        Assert.Equal("10.0.0.7:8080", _book.HomeOf(contact));
        Assert.Equal(0, _book.WriteName(contact, new byte[128]));
        Assert.Equal(contact, _book.Contact("10.0.0.7:8080"));
    }

    [Fact]
    public void Names_are_ordered_alike_at_every_node_whatever_their_numbers()
    {
        var other = new AddressBook("n10", "127.0.0.1:1", most: 4);
        var (ten, nine) = (Read(_book, "n10"), Read(_book, "n9"));
        var nineOfOther = Read(other, "n9");

        Assert.True(_book.Compare(ten, nine) > 0);
        Assert.True(other.Compare(AddressBook.Self, nineOfOther) > 0);
        Assert.True(_book.Compare(NodeId.None, nine) < 0);
    }

    [Fact]
    public void A_full_book_forgets_who_is_not_needed_and_refuses_others()
    {
        var needed = Read(_book, "needed");
        Read(_book, "gone");
        Read(_book, "still");
        _book.IsNeeded = id => _book.NameOf(id) != "gone";

        var late = Read(_book, "late");

        Assert.True(late.IsSomebody);
        Assert.False(_book.Find("gone").IsSomebody);
        Assert.Equal(needed, _book.Find("needed"));
        Assert.False(_book.TryReadName("one-more"u8, out _));
        Assert.Equal(4, _book.Count);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a?")]
    [InlineData("ä")]
    [InlineData("a\n")]
    public void Bytes_that_are_no_name_get_no_number(string text)
    {
        Assert.False(_book.TryReadName(Encoding.Latin1.GetBytes(text), out _));
        Assert.Equal(1, _book.Count);
    }

    private static NodeId Read(AddressBook book, string name)
    {
        book.TryReadName(Encoding.ASCII.GetBytes(name), out var id);
        return id;
    }
}
