namespace GossipLab.Cli;

/// <summary>Where the process begins. Within a namespace, because the dashboard's program has none.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] words)
    {
        using var interrupt = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            interrupt.Cancel();
        };
        return await CommandLine.RunAsync(words, new Terminal(Console.Out, Console.Error), interrupt.Token);
    }
}
