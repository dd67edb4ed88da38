using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>
/// Picks ports that nobody listens on and that the system does not give to outgoing connections, so that a node finds
/// its own port again when it restarts.
/// </summary>
public sealed class FreePorts
{
    private const int First = 20_000;
    private const int Last = 31_999;

    private readonly Lock _lock = new();
    private readonly HashSet<int> _given = [];
    private int _next = RandomNumberGenerator.GetInt32(First, Last + 1);

    /// <summary>Takes so many.</summary>
    /// <exception cref="InvalidOperationException">There are not so many.</exception>
    public IReadOnlyList<int> Take(int count)
    {
        var busy = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(end => end.Address.Equals(IPAddress.Loopback) || end.Address.Equals(IPAddress.Any)
                || end.Address.Equals(IPAddress.IPv6Any) || end.Address.Equals(IPAddress.IPv6Loopback))
            .Select(end => end.Port).ToHashSet();
        var ports = new List<int>(count);
        lock (_lock)
        {
            for (var tried = First; tried <= Last && ports.Count < count; tried++)
            {
                _next = _next == Last ? First : _next + 1;
                if (!busy.Contains(_next) && _given.Add(_next))
                {
                    ports.Add(_next);
                }
            }

            if (ports.Count < count)
            {
                _given.ExceptWith(ports);
                throw new InvalidOperationException(
                    $"there are no {count} free ports between {First} and {Last}; stop other programs or clusters");
            }
        }

        return ports;
    }

    /// <summary>Gives them back.</summary>
    public void Return(IEnumerable<int> ports)
    {
        lock (_lock)
        {
            _given.ExceptWith(ports);
        }
    }
}
