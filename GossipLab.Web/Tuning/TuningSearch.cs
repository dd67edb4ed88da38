using GossipLab.Core.Experiments.Configuration;

namespace GossipLab.Web.Tuning;

/// <summary>A search of this server: being played, or standing where it was left.</summary>
/// <param name="id">Its id.</param>
/// <param name="runner">Plays it.</param>
/// <param name="configuration">The configuration it began with, in which its answer is written.</param>
public sealed partial class TuningSearch(string id, TuningRunner runner, GossipConfiguration configuration)
    : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    /// <summary>Its id.</summary>
    public string Id => id;

    /// <summary>Plays it.</summary>
    public TuningRunner Runner => runner;

    /// <summary>The configuration it began with.</summary>
    public GossipConfiguration Configuration => configuration;

    /// <summary>Ends when the workers have ended, and never fails.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Whether it is being played.</summary>
    public bool IsRunning => !Ended.IsCompleted;

    /// <summary>Why it ended too early, in words; null where it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Stops the workers; what was found stays.</summary>
    public void Cancel() => _cancel.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancel.Cancel();
        _cancel.Dispose();
    }

    internal void Begin(int workers, ILogger logger) => Ended = PlayAsync(workers, logger);

    private async Task PlayAsync(int workers, ILogger logger)
    {
        try
        {
            await runner.RunAsync(workers, _cancel.Token);
        }
#pragma warning disable CA1031 // The top loop of a search: whatever fails in it is told and ends this search only.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Failure = failure.Message;
            LogFailure(logger, id, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Search {Id} ended")]
    private static partial void LogFailure(ILogger logger, string id, Exception failure);
}
