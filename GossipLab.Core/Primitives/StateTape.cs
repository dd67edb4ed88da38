using System.Buffers;
using System.Runtime.CompilerServices;

namespace GossipLab.Core.Primitives;

/// <summary>
/// State written closely, as a checkpoint keeps it. What is passed through it is written while the tape is recorded,
/// and comes back in the same order when it is played: so one method says what the state of a thing is, both ways.
/// </summary>
internal sealed class StateTape
{
    private const int LongestNumber = 10;
    private const int FirstBytes = 1 << 16;
    private const int PayloadBits = 7;
    private const byte More = 1 << PayloadBits;

    private readonly List<object> _objects;
    private byte[] _bytes;
    private int _place;
    private int _object;

    /// <summary>A blank tape, to be recorded.</summary>
    public StateTape() => (_bytes, _objects) = (ArrayPool<byte>.Shared.Rent(FirstBytes), []);

    private StateTape(byte[] bytes, List<object> objects) => (_bytes, _objects, IsPlayed) = (bytes, objects, true);

    /// <summary>Whether it gives what was recorded.</summary>
    public bool IsPlayed { get; }

    /// <summary>The same to be played from its beginning; as often as wanted.</summary>
    public StateTape Rewound() => new(_bytes, _objects);

    /// <summary>Cuts off what is not written on; nothing more is recorded.</summary>
    public void Cut()
    {
        var recorded = _bytes;
        _bytes = recorded.AsSpan(0, _place).ToArray();
        ArrayPool<byte>.Shared.Return(recorded);
    }

    /// <summary>Passes a number; small ones take little, whatever their sign.</summary>
    public long Pass(long number)
    {
        if (IsPlayed)
        {
            var read = Read();
            return (long)(read >> 1) ^ -(long)(read & 1);
        }

        Write((ulong)(number << 1 ^ number >> 63));
        return number;
    }

    /// <inheritdoc cref="Pass(long)"/>
    public int Pass(int number) => (int)Pass((long)number);

    /// <inheritdoc cref="Pass(long)"/>
    public uint Pass(uint number) => (uint)Pass((long)number);

    /// <summary>Passes a yes or no.</summary>
    public bool Pass(bool isSo) => Pass(isSo ? 1L : 0) != 0;

    /// <summary>Passes a moment; the last one, which means never, takes least.</summary>
    public Instant Pass(Instant moment)
    {
        var passed = Pass(moment == Instant.Max ? -1 : moment.Microseconds);
        return passed < 0 ? Instant.Max : new Instant(passed);
    }

    /// <summary>Passes a span.</summary>
    public TimeSpan Pass(TimeSpan span) => new(Pass(span.Ticks));

    /// <summary>Passes something by a copy of its own.</summary>
    /// <param name="thing">The thing, or null.</param>
    /// <param name="copy">Makes a copy that shares nothing that changes.</param>
    public T? Pass<T>(T? thing, Func<T, T> copy)
        where T : class
    {
        if (!Pass(thing is not null))
        {
            return null;
        }

        if (IsPlayed)
        {
            return copy((T)_objects[_object++]);
        }

        _objects.Add(copy(thing!)); // it was just seen to be something
        return thing;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Read()
    {
        ulong number = _bytes[_place++];
        if (number < More)
        {
            return number;
        }

        number &= More - 1;
        for (var shift = PayloadBits; ; shift += PayloadBits)
        {
            ulong next = _bytes[_place++];
            number |= (next & (More - 1)) << shift;
            if (next < More)
            {
                return number;
            }
        }
    }

    private void Write(ulong number)
    {
        if (_place + LongestNumber > _bytes.Length)
        {
            var longer = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
            _bytes.AsSpan(0, _place).CopyTo(longer);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = longer;
        }

        for (; number >= More; number >>= PayloadBits)
        {
            _bytes[_place++] = (byte)(number | More);
        }

        _bytes[_place++] = (byte)number;
    }
}
