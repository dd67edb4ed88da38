using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using GossipLab.Core.Hosting;

namespace GossipLab.Node.Settings;

/// <summary>Where others reach this node.</summary>
public static class OwnAddress
{
    /// <summary>The address that is stated, or one that is found out.</summary>
    /// <param name="settings">The settings.</param>
    public static string Of(NodeSettings settings) => settings.Advertise switch
    {
        null => WithPort(Found(settings.Listens), settings.Port),
        var stated when AddressBook.IsAddress(stated) => stated,
        var host => WithPort(host, settings.Port),
    };

    /// <summary>A host with a port; null where they make no address.</summary>
    /// <param name="text">A host, or a host and a port.</param>
    /// <param name="port">The port where none is given.</param>
    public static string? TryComplete(string text, int port)
    {
        var address = AddressBook.IsAddress(text) ? text : WithPort(text, port);
        return AddressBook.IsAddress(address) ? address : null;
    }

    private static string WithPort(string host, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"{host}:{port}");

    private static string Found(IPAddress listens) => listens switch
    {
        _ when IPAddress.Any.Equals(listens) || IPAddress.IPv6Any.Equals(listens) => FirstOfMachine() ?? "127.0.0.1",
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"[{listens}]",
        _ => listens.ToString(),
    };

    private static string? FirstOfMachine() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(one => one.OperationalStatus == OperationalStatus.Up
            && one.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(one => one.GetIPProperties().UnicastAddresses)
        .FirstOrDefault(one => one.Address.AddressFamily == AddressFamily.InterNetwork)?.Address.ToString();
}
