using System.Diagnostics;

namespace GossipLab.Benchmarks;

/// <summary>
/// What one line of this machine's memory costs in 200 MB, a third more than 10,000 nodes under churn take: one after
/// another, and many asked for at once. No simulator of that many nodes is faster than the lines it must read.
/// </summary>
internal static class MemoryWorkload
{
    private const int Bytes = 200 << 20;
    private const int LineBytes = 64;
    private const int Lines = Bytes / LineBytes;
    private const int Stride = LineBytes / sizeof(int);
    private const int Reads = 4_000_000;

    public static IEnumerable<Figure> Measure()
    {
        var memory = new int[Lines * Stride];
        var order = new int[Lines];
        for (var line = 0; line < Lines; line++)
        {
            order[line] = line;
        }

        new Random(3).Shuffle(order);
        for (var place = 0; place < Lines; place++)
        {
            memory[order[place] * Stride] = order[(place + 1) % Lines];
        }

        yield return Row("memory, a line after another", Time(() => ReadOneByOne(memory)));
        yield return Row("memory, many lines at once", Time(() => ReadAtOnce(memory, order)));
    }

    private static Figure Row(string name, TimeSpan cpu) =>
        new(name, 0, Reads, 0, cpu.TotalNanoseconds / Reads, 0, 0, 0, "ns a line, 200 MB");

    private static TimeSpan Time(Func<int> read)
    {
        var start = ThreadClock.Now;
        var sum = read();
        var cpu = ThreadClock.Now - start;
        return sum == int.MinValue ? throw new UnreachableException() : cpu;
    }

    // Each line says which is next, so that none can be asked for before the one before came.
    private static int ReadOneByOne(int[] memory)
    {
        var line = 0;
        for (var read = 0; read < Reads; read++)
        {
            line = memory[line * Stride];
        }

        return line;
    }

    private static int ReadAtOnce(int[] memory, int[] order)
    {
        var sum = 0;
        for (var read = 0; read < Reads; read++)
        {
            sum ^= memory[order[read % Lines] * Stride];
        }

        return sum;
    }
}
