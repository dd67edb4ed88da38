namespace GossipLab.Benchmarks;

/// <summary>One measured line: the median of the runs after a warm-up.</summary>
/// <param name="Workload">What ran.</param>
/// <param name="Nodes">With how many nodes.</param>
/// <param name="Events">Timers handled by nodes and messages delivered.</param>
/// <param name="Withheld">Timers kept from nodes that do not heed them; not counted as events.</param>
/// <param name="NanosecondsPerEvent">What an event cost.</param>
/// <param name="TimesRealTime">Virtual seconds in a second of computing.</param>
/// <param name="BytesPerEvent">Bytes allocated an event, growing buffers included.</param>
/// <param name="BytesPerNode">The memory a cluster holds for each node after the run; 0 where not measured.</param>
/// <param name="Note">What it is compared with; empty for nothing.</param>
internal sealed record Figure(
    string Workload, int Nodes, long Events, long Withheld, double NanosecondsPerEvent, double TimesRealTime,
    double BytesPerEvent, double BytesPerNode, string Note)
{
    public static Figure Of(string workload, int nodes, in Run run, double bytesPerNode = 0, string note = "") => new(
        workload, nodes, run.Events, run.Withheld, run.Cpu.TotalNanoseconds / run.Events, run.Virtual / run.Cpu,
        (double)run.Bytes / run.Events, bytesPerNode, note);
}
