namespace GossipLab.Tests.Browser;

/// <summary>Journeys in a real browser. They share it and run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
