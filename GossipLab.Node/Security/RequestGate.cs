using GossipLab.Core.Wire;
using GossipLab.Node.Words;
using Microsoft.AspNetCore.Http.Features;

namespace GossipLab.Node.Security;

/// <summary>
/// Lets in whoever knows the secret, where there is one. It reads the body, which the signature covers, and leaves it to
/// whoever comes after. All bodies together are bounded.
/// </summary>
/// <param name="signer">Knows the secret; null lets in everybody.</param>
/// <param name="time">The clock.</param>
public sealed class RequestGate(RequestSigner? signer, TimeProvider time)
{
    /// <summary>How many bytes of bodies are held at most, of all requests together.</summary>
    public const long MaxHeldBytes = 64 << 20;

    private readonly ReplayWindow _window = new();
    private long _held;
    private long _refused;

    /// <summary>How many were not let in.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>How many bytes are held now.</summary>
    public long HeldBytes => Interlocked.Read(ref _held);

    /// <summary>Lets a request in, or answers it.</summary>
    /// <param name="context">The request.</param>
    /// <returns>Whether it is let in.</returns>
    public async Task<bool> LetsInAsync(HttpContext context)
    {
        if (signer is null)
        {
            return true;
        }

        var signature = RequestSigner.TryRead(context.Request.Headers.Authorization);
        if (signature is null)
        {
            return await RefuseAsync(context, "this node has a secret; the request has no signature");
        }

        if (!signer.IsTimely(signature))
        {
            return await RefuseAsync(context, "the signature is not of this moment; compare the clocks");
        }

        if (await ReadBodyAsync(context) is not { } body)
        {
            return false;
        }

        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!signer.IsGenuine(signature, context.Request.Method, target, body.Span))
        {
            return await RefuseAsync(context, "the signature is of another secret or another request");
        }

        context.Request.Body = new MemoryStream(body.ToArray(), writable: false);
        return _window.TryNote(signature, time.GetUtcNow().ToUnixTimeMilliseconds())
            || await RefuseAsync(context, "the request came before");
    }

    /// <summary>Reads a whole body, or answers that there are too many of them.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The body; null where it was answered.</returns>
    public async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var chunk = new byte[4096];
        var held = 0;
        try
        {
            while (await context.Request.Body.ReadAsync(chunk, context.RequestAborted) is > 0 and var read)
            {
                held += read;
                if (Interlocked.Add(ref _held, read) > MaxHeldBytes || held > WireCodec.MaxBytes)
                {
                    await Problems.WriteAsync(context, held > WireCodec.MaxBytes
                        ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status429TooManyRequests,
                        "a body has at most 1048576 bytes, and all together 67108864");
                    return null;
                }

                await body.WriteAsync(chunk.AsMemory(0, read), context.RequestAborted);
            }

            return body.ToArray();
        }
        finally
        {
            Interlocked.Add(ref _held, -held);
        }
    }

    private async Task<bool> RefuseAsync(HttpContext context, string why)
    {
        Interlocked.Increment(ref _refused);
        context.Response.Headers.WWWAuthenticate = "GossipLab";
        await Problems.WriteAsync(context, StatusCodes.Status401Unauthorized, why);
        return false;
    }
}
