namespace GossipLab.Tests.TestKit;

/// <summary>What a check of many things found wrong.</summary>
internal static class Faults
{
    /// <summary>Fails with every fault on a line of its own; xunit's own assertion shows the first few.</summary>
    public static void AssertNone(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        if (found.Count > 0)
        {
            Assert.Fail(string.Join('\n', found.Prepend($"{found.Count} found:")));
        }
    }
}
