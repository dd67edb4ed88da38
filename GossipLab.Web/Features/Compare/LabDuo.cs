using GossipLab.Core.Primitives;
using GossipLab.Web.Labs;

namespace GossipLab.Web.Features.Compare;

/// <summary>
/// Two labs that are always shown at one moment. Both have been played to the end of the comparison before anything is
/// shown, so that every moment can be gone to.
/// </summary>
public sealed class LabDuo(ComparePair pair, Lab first, Lab second) : IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];

    /// <summary>What is compared.</summary>
    public ComparePair Pair => pair;

    /// <summary>The lab on the left.</summary>
    public Lab First => first;

    /// <summary>The lab on the right.</summary>
    public Lab Second => second;

    /// <summary>Whether both have been played to the end once.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Whether time runs.</summary>
    public bool IsPlaying => IsReady
        && (first.View.Status == LabStatus.Live || second.View.Status == LabStatus.Live);

    /// <summary>The moment shown.</summary>
    public Instant Now => first.View.Now < second.View.Now ? first.View.Now : second.View.Now;

    /// <summary>Seconds of protocol in a second of the wall clock.</summary>
    public double Speed { get; private set; } = 1;

    /// <summary>How far a step goes.</summary>
    public TimeSpan Round => pair.First.Scenario.Node.Dissemination.Interval / 2;

    /// <summary>Calls back when either lab's view changed.</summary>
    public void Watch(Action changed)
    {
        _subscriptions.Add(first.Subscribe(changed));
        _subscriptions.Add(second.Subscribe(changed));
    }

    /// <summary>Looks where both stand: once both have been played to the end, they go back to the start.</summary>
    public async Task LookAsync()
    {
        if (!IsReady && HasEnded(first) && HasEnded(second))
        {
            IsReady = true;
            await GoAsync(Instant.Zero);
        }
    }

    /// <summary>Both go to a moment and stand there.</summary>
    public async Task GoAsync(Instant moment)
    {
        var at = moment < Instant.Zero ? Instant.Zero : moment > pair.Until ? pair.Until : moment;
        await Task.WhenAll(first.ScrubAsync(at).AsTask(), second.ScrubAsync(at).AsTask());
    }

    /// <summary>Plays both, or lets both stand at one moment.</summary>
    public async Task ToggleAsync()
    {
        if (IsPlaying)
        {
            await Task.WhenAll(first.PauseAsync().AsTask(), second.PauseAsync().AsTask());
            await GoAsync(Now);
            return;
        }

        if (Now >= pair.Until)
        {
            await GoAsync(Instant.Zero);
        }

        var pace = Pace.At(Speed);
        await Task.WhenAll(
            first.PlayToAsync(pair.Until, pace).AsTask(), second.PlayToAsync(pair.Until, pace).AsTask());
    }

    /// <summary>Changes the pace of both.</summary>
    public Task SetSpeedAsync(double speed)
    {
        Speed = speed;
        return Task.WhenAll(
            first.SetPaceAsync(Pace.At(speed)).AsTask(), second.SetPaceAsync(Pace.At(speed)).AsTask());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }

        _subscriptions.Clear();
    }

    private bool HasEnded(Lab lab) => lab.View.Status == LabStatus.Paused && lab.View.Now >= pair.Until;
}
