using GossipLab.Web.Lessons;

namespace GossipLab.Web.Features.Lessons;

/// <summary>
/// Plays steps with other seeds behind the learners' backs: a thread for all of them, and a bound for each, so that
/// labs
/// keep their pace.
/// </summary>
/// <param name="time">The clock on the wall.</param>
public sealed class LessonDesk(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan TellEvery = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Begins to play a step with other seeds.</summary>
    /// <param name="play">The learner's play; its band grows.</param>
    /// <param name="changed">Told now and then, and at the end.</param>
    /// <param name="cancel">The learner left.</param>
    public void Begin(LessonPlay play, Func<Task> changed, CancellationToken cancel) =>
        _ = Task.Run(() => PlayAsync(play, changed, cancel), CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task PlayAsync(LessonPlay play, Func<Task> changed, CancellationToken cancel)
    {
        try
        {
            await _turn.WaitAsync(cancel);
            try
            {
                await PlayInTurnAsync(play, changed, cancel);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The learner left, or the server stops.
        }
    }

    private async Task PlayInTurnAsync(LessonPlay play, Func<Task> changed, CancellationToken cancel)
    {
        var start = time.GetTimestamp();
        var told = start;
        bool GoesOn() => !cancel.IsCancellationRequested && time.GetElapsedTime(start) < Longest;
        foreach (var band in LessonBand.Play(play.Step, play.Scenario, LessonBand.Seeds, GoesOn))
        {
            play.Band = band;
            if (time.GetElapsedTime(told) > TellEvery)
            {
                told = time.GetTimestamp();
                await changed();
            }
        }

        play.Band = play.Band with { Wanted = play.Band.Answers.Count };
        await changed();
    }
}
