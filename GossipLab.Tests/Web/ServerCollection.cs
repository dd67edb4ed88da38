using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Web;

/// <summary>One server for all tests that ask it something without a browser.</summary>
[CollectionDefinition(Name)]
public sealed class ServerCollection : ICollectionFixture<LabServer>
{
    public const string Name = "Server";
}
