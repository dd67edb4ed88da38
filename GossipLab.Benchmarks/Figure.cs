namespace GossipLab.Benchmarks;

/// <summary>One measured line: the median of the runs after a warm-up.</summary>
/// <param name="Workload">What ran.</param>
/// <param name="Nodes">With how many nodes.</param>
/// <param name="Events">How many events the run handled.</param>
/// <param name="NanosecondsPerEvent">Wall time an event.</param>
/// <param name="TimesRealTime">Virtual seconds in a second of wall time.</param>
/// <param name="BytesPerEvent">Bytes allocated an event.</param>
internal sealed record Figure(
    string Workload, int Nodes, long Events, double NanosecondsPerEvent, double TimesRealTime, double BytesPerEvent);
