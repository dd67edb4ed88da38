using GossipLab.Web.Labs;
using GossipLab.Web.Parts;

namespace GossipLab.Web.Features.Presenter;

/// <summary>
/// A lab in front of an audience. The screen and the speaker's notes are windows of their own, perhaps on two machines;
/// both look at this and both may press.
/// </summary>
/// <param name="lab">The lab.</param>
/// <param name="talk">What is gone through.</param>
/// <param name="time">The clock on the wall.</param>
public sealed class Presentation(Lab lab, ITalk talk, TimeProvider time)
{
    private long _began = time.GetTimestamp();

    /// <summary>Something about the presentation itself is otherwise than before.</summary>
    public event EventHandler? Changed;

    /// <summary>The lab.</summary>
    public Lab Lab => lab;

    /// <summary>What is gone through.</summary>
    public ITalk Talk => talk;

    /// <summary>Whether the audience sees nothing.</summary>
    public bool IsBlack { get; private set; }

    /// <summary>A mark of when the clock was started.</summary>
    public long Began => Interlocked.Read(ref _began);

    /// <summary>How long the talk goes on.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(Began);

    /// <summary>Starts the clock anew.</summary>
    public void RestartClock()
    {
        Interlocked.Exchange(ref _began, time.GetTimestamp());
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Does what a key of the remote asks for; while the screen is black, any key shows it again.</summary>
    public Task DoAsync(RemoteAct act)
    {
        if (act == RemoteAct.Black || IsBlack)
        {
            IsBlack = !IsBlack;
            Changed?.Invoke(this, EventArgs.Empty);
            return Task.CompletedTask;
        }

        return act switch
        {
            RemoteAct.Next => talk.NextAsync(),
            RemoteAct.Back => talk.BackAsync(),
            _ => lab.View.Status is LabStatus.Live or LabStatus.Parked
                ? lab.PauseAsync().AsTask() : lab.PlayAsync().AsTask(),
        };
    }
}

/// <summary>What a remote's keys ask for.</summary>
public enum RemoteAct
{
    /// <summary>Go on.</summary>
    Next,

    /// <summary>Go back.</summary>
    Back,

    /// <summary>Play or pause.</summary>
    Play,

    /// <summary>Turn the screen black, or show it again.</summary>
    Black,
}
