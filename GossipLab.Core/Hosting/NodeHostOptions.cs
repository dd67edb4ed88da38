using GossipLab.Core.Nodes;

namespace GossipLab.Core.Hosting;

/// <summary>What a real node is started with.</summary>
public sealed record NodeHostOptions
{
    /// <summary>The most contacts that are asked.</summary>
    public const int MaxContacts = 16;

    /// <summary>Its name, different from all others; see <see cref="AddressBook.IsName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Where others reach it: host and port.</summary>
    public required string Address { get; init; }

    /// <summary>The settings of the protocol. Default the database over SWIM with memberlist's LAN settings.</summary>
    public GossipNodeOptions Node { get; init; } = GossipNodeOptions.Swim;

    /// <summary>The addresses of members that it asks to be let in, in turn, until one answers; at most 16.</summary>
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <summary>
    /// Names and addresses of all, where they begin at one moment as a formed cluster and nobody asks to be let in.
    /// Default nobody.
    /// </summary>
    public IReadOnlyList<(string Name, string Address)> Founders { get; init; } = [];

    /// <summary>How many members it knows at most; 2 to 8,192, as many as fit into a message. Default 8,192.</summary>
    public int MaxMembers { get; init; } = Wire.WireCodec.MaxNews;

    /// <summary>The seed of its dice; a random one by default. Two nodes of one seed still roll apart.</summary>
    public ulong? Seed { get; init; }
}
