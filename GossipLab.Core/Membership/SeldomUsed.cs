using GossipLab.Core.Primitives;

namespace GossipLab.Core.Membership;

/// <summary>
/// What most members of a calm cluster never need: made when it is first needed, so that it costs the others nothing.
/// </summary>
internal sealed class SeldomUsed
{
    /// <summary>The contacts that are asked to let it in.</summary>
    public JoinAttempts Join;

    /// <summary>The pings it has out for others.</summary>
    public ProbeRelay Relays;

    /// <summary>Whom it tries to reach again.</summary>
    public FailedMembers Failed;

    /// <summary>Passes it, or null, through a tape.</summary>
    public static SeldomUsed? Pass(StateTape tape, SeldomUsed? used)
    {
        if (!tape.Pass(used is not null))
        {
            return null;
        }

        used ??= new SeldomUsed();
        used.Join.Pass(tape);
        used.Relays.Pass(tape);
        used.Failed.Pass(tape);
        return used;
    }
}
