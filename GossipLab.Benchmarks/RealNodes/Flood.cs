using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace GossipLab.Benchmarks.RealNodes;

/// <summary>Everything that strangers can send to a node's port, from one seed.</summary>
public static class Flood
{
    private static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "x"];

    private static readonly string[] Paths =
    [
        "/get", "/set/{0}", "/notify/{0}/{1}?notifier={2}", "/v1/value", "/v1/members", "/v1/status", "/v1/config",
        "/v1/message", "/v1/faults", "/healthz", "/metrics", "/openapi/v1.json", "/", "//", "/{2}", "/v1/{2}",
        "/set/{2}", "/notify/{2}/{2}",
    ];

    /// <summary>What came of it.</summary>
    public sealed record Outcome(int Requests, int Faults, int Cut, string? FirstFault);

    /// <summary>Sends requests.</summary>
    /// <param name="port">Where to.</param>
    /// <param name="requests">How many.</param>
    /// <param name="seed">Decides which.</param>
    public static async Task<Outcome> RunAsync(int port, int requests, int seed)
    {
        const int Senders = 8;
        var parts = await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender =>
            Task.Run(() => SendAsync(port, requests / Senders, new Random(seed * Senders + sender)))));
        return new Outcome(
            parts.Sum(part => part.Requests), parts.Sum(part => part.Faults), parts.Sum(part => part.Cut),
            parts.Select(part => part.FirstFault).FirstOrDefault(fault => fault is not null));
    }

    /// <summary>Opens connections that say nothing, or begin and never end, and leaves them open.</summary>
    /// <param name="port">Where to.</param>
    /// <param name="count">How many.</param>
    public static async Task<IReadOnlyList<TcpClient>> OpenAsync(int port, int count)
    {
        var open = new List<TcpClient>();
        for (var index = 0; index < count; index++)
        {
            var client = new TcpClient();
            open.Add(client);
            try
            {
                await client.ConnectAsync("127.0.0.1", port);
                if (index % 2 == 1)
                {
                    await client.GetStream().WriteAsync(
                        "PUT /v1/value HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"u8.ToArray());
                }
            }
            catch (Exception refused) when (refused is SocketException or IOException)
            {
                // Beyond its bound the node closes what is opened.
            }
        }

        return open;
    }

    private static async Task<Outcome> SendAsync(int port, int requests, Random random)
    {
        var outcome = new Outcome(0, 0, 0, null);
        while (outcome.Requests < requests)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", port);
                outcome = await SendOverAsync(client.GetStream(), outcome, requests, random);
            }
            catch (Exception lost) when (lost is SocketException or IOException)
            {
                outcome = outcome with { Requests = outcome.Requests + 1, Cut = outcome.Cut + 1 };
            }
        }

        return outcome;
    }

    private static async Task<Outcome> SendOverAsync(
        NetworkStream stream, Outcome outcome, int requests, Random random)
    {
        var closes = false;
        while (!closes && outcome.Requests < requests)
        {
            var (head, body) = Make(random);
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head));
            await stream.WriteAsync(body);
            (var status, closes) = await AnswerAsync(stream, head.StartsWith("HEAD", StringComparison.Ordinal));
            outcome = outcome with { Requests = outcome.Requests + 1 };
            if (status >= 500)
            {
                outcome = outcome with
                {
                    Faults = outcome.Faults + 1,
                    FirstFault = outcome.FirstFault ?? string.Create(
                        CultureInfo.InvariantCulture, $"{status}: {head.Split('\r')[0]}"),
                };
            }
        }

        return outcome;
    }

    private static (string Head, byte[] Body) Make(Random random)
    {
        var path = string.Format(CultureInfo.InvariantCulture, Paths[random.Next(Paths.Length)],
            random.NextInt64(long.MinValue, long.MaxValue), random.Next(-3, 1000), Garbage(random));
        var body = new byte[random.Next(200) == 0 ? 1 << 20 : random.Next(3) == 0 ? random.Next(400) : 0];
        random.NextBytes(body);
        if (body.Length > 4 && random.Next(2) == 0)
        {
            "GL\u0001"u8.CopyTo(body);
        }
        else if (body.Length > 40 && random.Next(2) == 0)
        {
            body = "{\"value\": "u8.ToArray();
        }

        var match = random.Next(10) == 0 ? $"If-Match: {Garbage(random)}\r\n" : "";
        var lines = string.Create(
            CultureInfo.InvariantCulture, $"Host: x\r\n{match}Content-Length: {body.Length}\r\n\r\n");
        return ($"{Verbs[random.Next(Verbs.Length)]} {path} HTTP/1.1\r\n{lines}", body);
    }

    private static string Garbage(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 30))
        .Select(_ => random.Next(6) == 0
            ? string.Create(CultureInfo.InvariantCulture, $"%{random.Next(256):X2}")
            : ((char)random.Next('!', '~')).ToString()));

    private static async Task<(int Status, bool Closes)> AnswerAsync(NetworkStream stream, bool isHead)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0)
            {
                throw new IOException("the node closed the connection");
            }

            text.Append((char)one[0]);
        }

        var head = text.ToString();
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var length = LengthIn(head);
        if (length is null && !isHead && status is not (204 or 304))
        {
            return (status, Closes: true);
        }

        var rest = new byte[isHead ? 0 : length ?? 0];
        await stream.ReadExactlyAsync(rest);
        return (status, head.Contains("Connection: close", StringComparison.OrdinalIgnoreCase));
    }

    private static int? LengthIn(string head)
    {
        const string Name = "Content-Length: ";
        var place = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return place < 0 ? null : int.Parse(
            head.AsSpan(place + Name.Length, head.IndexOf('\r', place) - place - Name.Length),
            CultureInfo.InvariantCulture);
    }
}
