using System.Buffers;
using System.Text;
using GossipLab.Core.Protocol;
using GossipLab.Core.Wire;

namespace GossipLab.Core.Hosting;

/// <summary>
/// What a real node calls others: their names and addresses, and the numbers it gave them. Numbers mean something to
/// this node only. The node itself is number 0. It is used by one thread at a time.
/// </summary>
public sealed class AddressBook : IMemberNames, IComparer<NodeId>
{
    private const char ContactMark = '?';

    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:@");

    private readonly int _most;
    private readonly NumberedTexts _names;
    private readonly NumberedTexts _addresses;

    // Where somebody was heard from last, or is said to be.
    private readonly List<int> _homes = [];
    private int _refusals;

    /// <summary>A book with nobody but its owner.</summary>
    /// <param name="name">The owner's name; see <see cref="IsName"/>.</param>
    /// <param name="address">Where the owner listens; see <see cref="IsAddress"/>.</param>
    /// <param name="most">How many names it holds at most; 1 to 1,000,000.</param>
    /// <exception cref="ArgumentException">The name or the address is none.</exception>
    public AddressBook(string name, string address, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 1_000_000);
        (_most, _names, _addresses) = (most, new NumberedTexts(most), new NumberedTexts(2 * most));
        if (!TryAdd(name, address, out _))
        {
            throw new ArgumentException($"«{name}» at «{address}» is no name at an address", nameof(name));
        }
    }

    /// <summary>Whose book it is.</summary>
    public static NodeId Self => new(0);

    /// <summary>How many names it holds.</summary>
    public int Count => _names.Count;

    /// <summary>Whose numbers are needed when there is no room for one more name; everybody's by default.</summary>
    internal Predicate<NodeId> IsNeeded { get; set; } = static _ => true;

    /// <summary>Which address is recorded of somebody elsewhere; none by default.</summary>
    internal Func<NodeId, NodeAddress> Recorded { get; set; } = static _ => default;

    /// <summary>Whether a text is a name: 1 to 128 letters of <c>A-Z a-z 0-9 - _ . : @</c>.</summary>
    /// <param name="text">The text.</param>
    public static bool IsName(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= WireCodec.MaxNameBytes && !text.ContainsAnyExcept(NameLetters);

    /// <summary>
    /// Whether a text is an address: a host (name, IPv4, or IPv6 in brackets), a colon, a port from 1 to 65535; at most
    /// 128 letters.
    /// </summary>
    /// <param name="text">The text.</param>
    public static bool IsAddress(ReadOnlySpan<char> text)
    {
        var colon = text.LastIndexOf(':');
        return text.Length <= WireCodec.MaxNameBytes && colon > 0
            && int.TryParse(text[(colon + 1)..], out var port) && port is > 0 and <= ushort.MaxValue
            && char.IsAsciiDigit(text[colon + 1])
            && Uri.CheckHostName(text[..colon].ToString()) is not (UriHostNameType.Unknown or UriHostNameType.Basic);
    }

    /// <summary>Adds somebody known from the beginning.</summary>
    /// <param name="name">The name.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="id">Its number.</param>
    /// <returns>False where one of them is none, or there is no room.</returns>
    public bool TryAdd(string name, string address, out NodeId id)
    {
        id = NodeId.None;
        if (!IsName(name) || !IsAddress(address))
        {
            return false;
        }

        id = NumberOf(name);
        var home = _addresses.Give(address);
        if (!id.IsSomebody || home < 0)
        {
            return false;
        }

        Settle(id, home);
        return true;
    }

    /// <summary>
    /// A number for somebody of whom only the address is known. Its answer comes under its own name, with a number of
    /// its own.
    /// </summary>
    /// <param name="address">Where it listens.</param>
    /// <returns>The number; nobody where it is no address or there is no room.</returns>
    public NodeId Contact(string address)
    {
        if (!IsAddress(address))
        {
            return NodeId.None;
        }

        var id = NumberOf(ContactMark + address);
        if (id.IsSomebody)
        {
            Settle(id, _addresses.Give(address));
        }

        return id;
    }

    /// <summary>Whether only the address of somebody is known.</summary>
    /// <param name="id">Anybody.</param>
    public bool IsContact(NodeId id) => _names[id.Index] is [ContactMark, ..];

    /// <summary>The name of somebody; the address of a contact, null for nobody.</summary>
    /// <param name="id">Anybody.</param>
    public string? NameOf(NodeId id) => _names[id.Index] is { } name ? name.TrimStart(ContactMark) : null;

    /// <summary>Who has a name; nobody where nobody has.</summary>
    /// <param name="name">The name.</param>
    public NodeId Find(string name) => new(_names.Find(name));

    /// <summary>An address as text; null where it is not known.</summary>
    /// <param name="address">The address.</param>
    public string? TextOf(NodeAddress address) => address == default ? null : _addresses[(int)address.Host];

    /// <summary>Where somebody was heard from last, or is said to be; null where that is not known.</summary>
    /// <param name="id">Anybody.</param>
    public string? HomeOf(NodeId id) =>
        (uint)id.Index < (uint)_homes.Count ? _addresses[_homes[id.Index]] : null;

    /// <summary>Notes where somebody was heard from.</summary>
    /// <param name="id">Somebody.</param>
    /// <param name="address">The address that it states.</param>
    public void NoteHome(NodeId id, NodeAddress address)
    {
        if (TextOf(address) is not null)
        {
            Settle(id, (int)address.Host);
        }
    }

    /// <summary>
    /// Orders by name, the longer after the shorter, so that n10 comes after n9: the same at every node.
    /// </summary>
    /// <param name="x">Somebody or nobody.</param>
    /// <param name="y">Somebody or nobody.</param>
    public int Compare(NodeId x, NodeId y)
    {
        var (left, right) = (_names[x.Index] ?? string.Empty, _names[y.Index] ?? string.Empty);
        return left.Length != right.Length
            ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);
    }

    /// <inheritdoc/>
    public int WriteName(NodeId id, Span<byte> to) =>
        IsContact(id) ? 0 : Encoding.ASCII.GetBytes(_names[id.Index] ?? string.Empty, to);

    /// <inheritdoc/>
    public bool TryReadName(ReadOnlySpan<byte> name, out NodeId id)
    {
        Span<char> text = stackalloc char[WireCodec.MaxNameBytes];
        text = text[..Encoding.Latin1.GetChars(name, text)];
        id = IsName(text) ? NumberOf(text) : NodeId.None;
        return id.IsSomebody;
    }

    /// <inheritdoc/>
    public int WriteAddress(in NodeAddress address, Span<byte> to) =>
        Encoding.ASCII.GetBytes(TextOf(address) ?? string.Empty, to);

    /// <inheritdoc/>
    public bool TryReadAddress(ReadOnlySpan<byte> name, out NodeAddress address)
    {
        Span<char> text = stackalloc char[WireCodec.MaxNameBytes];
        text = text[..Encoding.Latin1.GetChars(name, text)];
        var number = _addresses.Find(text);
        if (number < 0 && IsAddress(text))
        {
            MakeRoom(_addresses.Count >= 2 * _most);
            number = _addresses.Give(text);
        }

        address = number < 0 ? default : NodeAddress.Of(new NodeId(number));
        return number >= 0;
    }

    private NodeId NumberOf(ReadOnlySpan<char> name)
    {
        if (_names.Find(name) < 0)
        {
            MakeRoom(_names.Count >= _most);
        }

        return new NodeId(_names.Give(name));
    }

    // Names come and go for as long as a cluster lives; whoever is neither known nor missed gives way. Looked for
    // seldom, or a flood of new names would cost as much as the book is long for each of them.
    private void MakeRoom(bool isFull)
    {
        if (!isFull || --_refusals > 0)
        {
            return;
        }

        _refusals = Math.Max(1, _most / 4);
        _names.Forget(number => number == Self.Index || IsNeeded(new NodeId(number)));
        var homes = new HashSet<int>();
        for (var number = 0; number < _homes.Count; number++)
        {
            if (_names[number] is not null)
            {
                homes.Add(_homes[number]);
                homes.Add((int)Recorded(new NodeId(number)).Host);
            }
        }

        _addresses.Forget(homes.Contains);
    }

    private void Settle(NodeId id, int home)
    {
        while (_homes.Count <= id.Index)
        {
            _homes.Add(-1);
        }

        _homes[id.Index] = home;
    }
}
