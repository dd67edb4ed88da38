namespace GossipLab.Web.Features.Caption;

/// <summary>Lets a caption be read aloud at most every 1.5 seconds, so that one can be heard to its end.</summary>
internal sealed class Announcer(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);

    private long? _saidAt;

    /// <summary>What the live region holds now.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Offers the newest caption; it replaces the one said before when that has had its time.</summary>
    /// <param name="caption">The caption.</param>
    /// <param name="isStanding">Whether the run stands still, so that no other caption will come.</param>
    public void Offer(string caption, bool isStanding)
    {
        if (caption == Said)
        {
            return;
        }

        if (isStanding || _saidAt is not { } before || time.GetElapsedTime(before) >= Pause)
        {
            Said = caption;
            _saidAt = time.GetTimestamp();
        }
    }
}
