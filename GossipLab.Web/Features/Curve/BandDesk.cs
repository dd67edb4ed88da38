using GossipLab.Core.Experiments;
using GossipLab.Core.Protocol;
using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;

namespace GossipLab.Web.Features.Curve;

/// <summary>
/// Has one visitor's run played with other dice, in the background and with engines of their own, run by run, and shows
/// the band so far. A run that differs only in its seed keeps its band.
/// </summary>
/// <param name="bounds">How much work a band may be.</param>
public sealed class BandDesk(EnsembleBounds bounds) : IDisposable
{
    private const int RunsBetweenBands = 20;
    private const int RunsBetweenNews = 5;

    private readonly Lock _lock = new();
    private SpreadEnsemble? _ensemble;
    private Scenario? _asked;
    private CancellationTokenSource _wanted = new();
    private bool _isGone;
    private Task _work = Task.CompletedTask;

    /// <summary>Something is to be shown anew; raised on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>Whether the visitor wants a band.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Whether runs are being played, or wait for their turn.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>How many runs are over.</summary>
    public int Done { get; private set; }

    /// <summary>How many runs are wanted.</summary>
    public int Wanted => bounds.Runs;

    /// <summary>The band so far; null before the first twenty runs are over.</summary>
    public SpreadBand? Band { get; private set; }

    /// <summary>Whether the band is complete: no further run is to come.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Why there is none, in a sentence; null where there is one or may yet be.</summary>
    public string? Silence { get; private set; }

    /// <summary>Ends when nothing is being played any more.</summary>
    public Task Completion
    {
        get
        {
            lock (_lock)
            {
                return _work;
            }
        }
    }

    /// <summary>Where the run stands among the others; null before it got there and before they are over.</summary>
    public int? Percentile(LabView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return IsWhole && view.InformedAt is { } reached ? Band?.Percentile(view.WrittenAt, reached) : null;
    }

    /// <summary>Switches it on or off. Off, nothing is played.</summary>
    public void Choose(bool isOn)
    {
        lock (_lock)
        {
            IsOn = isOn && !_isGone;
            if (!isOn)
            {
                Drop();
            }
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>What is shown now: a band of another run is taken away at once, and one for this begun.</summary>
    public void Follow(LabView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        lock (_lock)
        {
            if (!IsOn || view.Newest == Generation.Zero)
            {
                Drop();
            }
            else if (_asked is null || !IsSame(_asked, view.Scenario))
            {
                Drop();
                _ensemble = new SpreadEnsemble(view.Scenario, bounds);
                Begin();
            }

            _asked = _ensemble is null ? null : view.Scenario;
        }
    }

    /// <summary>Plays no further run; those that are over stay.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            if (IsBusy)
            {
                _wanted.Cancel();
                IsBusy = false;
            }
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Goes on where it was stopped.</summary>
    public void GoOn()
    {
        lock (_lock)
        {
            if (!IsBusy && !IsWhole && _ensemble is not null)
            {
                Begin();
            }
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            (IsOn, _isGone) = (false, true);
            Drop();
            _wanted.Dispose();
        }
    }

    // Equal but for the dice, which are others in any case.
    private static bool IsSame(Scenario one, Scenario other) => ReferenceEquals(one, other)
        || (one.Commands.SequenceEqual(other.Commands) && Bare(one) == Bare(other));

    private static Scenario Bare(Scenario scenario) => scenario with { Seed = 0, Commands = [], Branches = [] };

    private void Drop()
    {
        if (_ensemble is null)
        {
            return;
        }

        _wanted.Cancel();
        (_ensemble, _asked, Band, Silence) = (null, null, null, null);
        (Done, IsBusy, IsWhole) = (0, false, false);
    }

    private void Begin()
    {
        _wanted.Dispose();
        _wanted = new CancellationTokenSource();
        IsBusy = true;
        _work = PlayAsync(_ensemble!, _work, _wanted.Token);
    }

    private async Task PlayAsync(SpreadEnsemble ensemble, Task before, CancellationToken cancel)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var goesOn = true;
            while (goesOn)
            {
                goesOn = await BackgroundTurn.TakeAsync(
                    () => ensemble.Next(() => cancel.IsCancellationRequested), cancel).ConfigureAwait(false);
                Show(ensemble, cancel);
            }
        }
        catch (OperationCanceledException)
        {
            // The visitor acted, stopped it or went on; what is over stays or was taken away.
        }
    }

    private void Show(SpreadEnsemble ensemble, CancellationToken cancel)
    {
        lock (_lock)
        {
            if (cancel.IsCancellationRequested)
            {
                return;
            }

            Done = ensemble.Done;
            (IsWhole, IsBusy) = (ensemble.IsOver, !ensemble.IsOver);
            Silence = ensemble.Silence;
            if (!IsWhole && Done % RunsBetweenNews != 0)
            {
                return;
            }

            if (IsWhole || Done % RunsBetweenBands == 0)
            {
                Band = ensemble.Band;
            }
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }
}
