using System.Runtime.CompilerServices;
using GossipLab.Core.Nodes;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <content>
/// Memory that is asked for before it is needed. What comes next is known, but where its memory is, only memory says:
/// so an event comes nearer in stages, each of which asks for what the one before made readable.
/// </content>
public sealed partial class SimulatedCluster
{
    // What fewer nodes need stays near by itself.
    private const int Many = 8_000;

    // How many events lie between two stages: enough for memory to answer, few enough for what came to stay.
    private const int Stride = 3;

    // How many timers of a lane ahead.
    private const int Soon = 8;

    // How many lines a node takes with what was made together with it, without and with membership.
    private const int ValueLines = 4;
    private const int MemberLines = 12;

    // As far as its value, which is all that a push reads.
    private const int HeldLines = 3;

    private readonly int _nodeLines;
    private readonly bool _fetchesAhead;

    // Apart, so that the loop that handles events stays small enough to be compiled in one piece.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FetchAhead()
    {
        var open = _queue.Open;
        foreach (ref readonly var key in open.Ahead(0, 6 * Stride))
        {
            CacheLine.Fetch(ref _hot[key.Target]);
            _queue.BringNear(key);
        }

        foreach (ref readonly var key in open.Ahead(1, 5 * Stride))
        {
            CacheLine.FetchObject(_hot[key.Target].Process, _tables is null ? HeldLines : 1);
        }

        if (_tables is not null)
        {
            FetchMembersAhead(open);
        }
    }

    private void FetchMembersAhead(OpenSlot open)
    {
        foreach (ref readonly var key in open.Ahead(2, 4 * Stride))
        {
            _hot[key.Target].Process.BringMembershipNear();
            if (key.IsMessage)
            {
                _queue.MessageOf(key).Message.Updates.BringNear();
            }
        }

        foreach (ref readonly var key in open.Ahead(3, 3 * Stride))
        {
            _hot[key.Target].Process.BringPartsNear();
        }

        foreach (ref readonly var key in open.Ahead(4, 2 * Stride))
        {
            _hot[key.Target].Process.BringSummaryNear(IsGossipTick(key));
        }

        foreach (ref readonly var key in open.Ahead(5, Stride))
        {
            if (key.IsMessage)
            {
                _hot[key.Target].Process.BringNear(_queue.MessageOf(key).Message);
            }
            else if (IsGossipTick(key))
            {
                _hot[key.Target].Process.BringNewsNear();
            }
        }
    }

    private bool IsGossipTick(in EventKey key) =>
        !key.IsMessage && _queue.TimerOf(key).Timer.Kind == TimerKind.GossipTick;

    // A node that does not heed its timer is not touched: fetching it would only crowd out what is needed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FetchAhead(TimerLane lane)
    {
        CacheLine.Fetch(ref _hot[lane.Ahead(2 * Soon).Target]);
        var soon = lane.Ahead(Soon).Target;
        if (lane.IsHeeded(soon))
        {
            CacheLine.FetchObject(_hot[soon].Process, _nodeLines);
        }
    }
}
