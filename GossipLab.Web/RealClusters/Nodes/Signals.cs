using System.ComponentModel;
using System.Runtime.InteropServices;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>What a system with signals can tell a process.</summary>
internal static class Signals
{
    private const int Terminate = 15;

    /// <summary>Whether this system has them.</summary>
    public static bool AreKnown => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    // The numbers differ between Linux and the BSDs.
    private static int StopNumber => OperatingSystem.IsLinux() ? 19 : 17;

    private static int ContinueNumber => OperatingSystem.IsLinux() ? 18 : 19;

    /// <summary>SIGSTOP: the process stands still and cannot refuse.</summary>
    public static void Stop(int process) => Send(process, StopNumber);

    /// <summary>SIGCONT: it goes on.</summary>
    public static void Continue(int process) => Send(process, ContinueNumber);

    /// <summary>SIGTERM: it may tidy up and end.</summary>
    public static void Leave(int process) => Send(process, Terminate);

    // A process that is gone already is what a signal wants or what its owner is about to hear: no error.
    private static void Send(int process, int signal)
    {
        const int NoSuchProcess = 3;
        if (kill(process, signal) != 0 && Marshal.GetLastPInvokeError() is not NoSuchProcess and var error)
        {
            throw new Win32Exception(error);
        }
    }

#pragma warning disable IDE1006, SYSLIB1054 // The name is libc's; two numbers need no generated marshalling.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
#pragma warning restore IDE1006, SYSLIB1054
}
