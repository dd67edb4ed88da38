namespace GossipLab.Node.Security;

/// <summary>
/// Remembers the signatures of the last moments, so that each request counts once. Where there are too many, the window
/// gets shorter: the oldest are forgotten, and nothing as old as they were is taken any more.
/// </summary>
/// <param name="most">How many it remembers at most.</param>
public sealed class ReplayWindow(int most = 65_536)
{
    private readonly Lock _lock = new(); // Requests come from many threads, and each must see those before it.
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, long> _byAge = new();
    private long _floor = long.MinValue;

    /// <summary>How many it remembers.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _seen.Count;
            }
        }
    }

    /// <summary>Notes a genuine signature.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="nowMs">The present, in milliseconds since 1970.</param>
    /// <returns>False where it was seen before, or is older than what is remembered.</returns>
    public bool TryNote(Signature signature, long nowMs)
    {
        lock (_lock)
        {
            Forget(nowMs - (long)(2 * RequestSigner.Window.TotalMilliseconds));
            if (signature.AtMs <= _floor || !_seen.Add(signature.Nonce))
            {
                return false;
            }

            _byAge.Enqueue(signature.Nonce, signature.AtMs);
            if (_byAge.Count > most)
            {
                _byAge.TryPeek(out _, out var oldest);
                _floor = oldest;
                Forget(oldest + 1);
            }

            return true;
        }
    }

    private void Forget(long before)
    {
        while (_byAge.TryPeek(out var nonce, out var at) && at < before)
        {
            _byAge.Dequeue();
            _seen.Remove(nonce);
        }
    }
}
