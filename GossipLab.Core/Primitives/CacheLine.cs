using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace GossipLab.Core.Primitives;

/// <summary>
/// Asks the processor to bring memory near before it is needed. What comes next is known, so a large cluster need not
/// wait for its memory event by event. Hints only: wrong or unsupported ones cost nothing but time.
/// </summary>
internal static unsafe class CacheLine
{
    /// <summary>How long a line is on the processors this is for.</summary>
    public const int Bytes = 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(ref readonly T value)
        where T : struct
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in value)));
        }
    }

    /// <summary>All lines that some values take.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FetchAll<T>(ReadOnlySpan<T> values)
    {
        if (Sse.IsSupported && !values.IsEmpty)
        {
            var from = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(values));
            var to = from + values.Length * Unsafe.SizeOf<T>();
            for (; from < to; from += Bytes)
            {
                Sse.Prefetch0(from);
            }
        }
    }

    /// <summary>
    /// The beginning of an object and what was made right after it, which lies behind it. The collector may move it
    /// meanwhile: then the hint is wasted.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FetchObject<T>(T value, int lines)
        where T : class
    {
        if (Sse.IsSupported)
        {
            var address = (byte*)Unsafe.As<T, nint>(ref value);
            for (var line = 0; line < lines; line++)
            {
                Sse.Prefetch0(address + line * Bytes);
            }
        }
    }
}
