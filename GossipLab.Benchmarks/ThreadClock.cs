using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GossipLab.Benchmarks;

/// <summary>
/// How long this thread has computed: what others do on a shared machine does not count. Where the system does not say
/// (only Linux is asked), wall time.
/// </summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    public static string Name => OperatingSystem.IsLinux() ? "thread CPU time" : "wall time";

    public static TimeSpan Now
    {
        get
        {
            if (OperatingSystem.IsLinux() && clock_gettime(ThreadCpuTime, out var now) == 0)
            {
                return TimeSpan.FromSeconds(now.Seconds) + TimeSpan.FromTicks(now.Nanoseconds / 100);
            }

            return Stopwatch.GetElapsedTime(0);
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
