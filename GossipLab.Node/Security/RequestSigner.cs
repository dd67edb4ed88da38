using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GossipLab.Node.Security;

/// <summary>
/// Signs requests with a secret, and says what is wrong with a signature: HMAC-SHA256 over method, path with query,
/// time, a random number and the body's hash. The header is
/// <c>Authorization: GossipLab t=1764000000000, n=0123456789abcdef, m=…</c>.
/// </summary>
public sealed class RequestSigner
{
    /// <summary>The header's name.</summary>
    public const string Header = "Authorization";

    private const string Scheme = "GossipLab ";
    private const int NonceBytes = 8;

    private readonly byte[] _key;
    private readonly TimeProvider _time;

    /// <summary>A signer.</summary>
    /// <param name="secret">What both sides know.</param>
    /// <param name="time">The clock.</param>
    public RequestSigner(string secret, TimeProvider time)
    {
        _key = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        _time = time;
    }

    /// <summary>How far the clocks of two nodes may be apart.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromSeconds(30);

    /// <summary>The header for a request.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="target">Its path with its query.</param>
    /// <param name="body">Its body.</param>
    public string Sign(string method, string target, ReadOnlySpan<byte> body)
    {
        var at = _time.GetUtcNow().ToUnixTimeMilliseconds();
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));
        var mark = Convert.ToHexStringLower(MarkOf(method, target, at, nonce, body));
        return string.Create(CultureInfo.InvariantCulture, $"{Scheme}t={at}, n={nonce}, m={mark}");
    }

    /// <summary>Reads a header; null where it is none.</summary>
    /// <param name="header">The header.</param>
    public static Signature? TryRead(string? header)
    {
        if (header is null || header.Length > 200 || !header.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = header[Scheme.Length..].Split(", ");
        return parts is [['t', '=', .. var time], ['n', '=', .. var nonce], ['m', '=', .. var mark]]
            && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && nonce.Length == 2 * NonceBytes && mark.Length == 2 * SHA256.HashSizeInBytes
            && mark.All(char.IsAsciiHexDigitLower)
                ? new Signature(at, nonce, Convert.FromHexString(mark)) : null;
    }

    /// <summary>Whether a moment is near enough.</summary>
    /// <param name="signature">The signature.</param>
    public bool IsTimely(Signature signature) =>
        Math.Abs(_time.GetUtcNow().ToUnixTimeMilliseconds() - signature.AtMs) <= Window.TotalMilliseconds;

    /// <summary>Whether whoever signed it knew the secret.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="target">Its path with its query.</param>
    /// <param name="body">Its body.</param>
    public bool IsGenuine(Signature signature, string method, string target, ReadOnlySpan<byte> body) =>
        CryptographicOperations.FixedTimeEquals(
            MarkOf(method, target, signature.AtMs, signature.Nonce, body), signature.Mark.Span);

    private byte[] MarkOf(string method, string target, long at, string nonce, ReadOnlySpan<byte> body)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        return HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{method}\n{target}\n{at}\n{nonce}\n{hash}")));
    }
}

/// <summary>A signature as it was read.</summary>
/// <param name="AtMs">When it was made, in milliseconds since 1970.</param>
/// <param name="Nonce">A random number that makes it different from all others.</param>
/// <param name="Mark">The proof.</param>
public sealed record Signature(long AtMs, string Nonce, ReadOnlyMemory<byte> Mark);
