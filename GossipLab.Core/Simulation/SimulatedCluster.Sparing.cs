using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Simulation;

/// <content>Messages that a command spares. Nothing is remembered of them: the commands say it all.</content>
public sealed partial class SimulatedCluster
{
    private bool IsSpared(NodeId from, NodeId to, Instant sentAt)
    {
        for (var place = _nextCommand - 1; place >= 0 && _commands[place].At >= sentAt; place--)
        {
            if (_commands[place].At == sentAt
                && _commands[place].Command is SpareMessage spare && spare.From == from && spare.To == to)
            {
                return true;
            }
        }

        return false;
    }
}
