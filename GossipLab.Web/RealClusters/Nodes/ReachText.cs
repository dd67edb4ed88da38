using System.Net;
using System.Net.Sockets;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>Why a node cannot be reached, in words that say where to look.</summary>
internal static class ReachText
{
    /// <summary>It did not answer in time.</summary>
    public const string TimedOut = "it does not answer in time (TCP: a firewall, or it stands still)";

    /// <summary>Why a request failed.</summary>
    public static string Of(HttpRequestException fault) => fault switch
    {
        { StatusCode: { } status } => Of(status),
        { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is not known (DNS)",
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } =>
            "nothing listens at its port (TCP: connection refused)",
        { InnerException: SocketException socket } => $"it cannot be reached (TCP: {socket.Message})",
        { HttpRequestError: HttpRequestError.InvalidResponse } => "what answers there does not speak HTTP",
        _ => fault.Message,
    };

    /// <summary>What a status means.</summary>
    public static string Of(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "it wants a secret that the dashboard does not know (HTTP 401)",
        HttpStatusCode.NotFound => "something answers there, but it is no GossipLab node (HTTP 404)",
        HttpStatusCode.TooManyRequests => "too many listen to it already (HTTP 429)",
        _ => $"it answers with HTTP status {(int)status}",
    };
}
