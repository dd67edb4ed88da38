using GossipLab.Core.Protocol;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.House;

/// <summary>docs/PROTOCOL.md leaves nothing out.</summary>
public sealed class ProtocolDocumentTests
{
    private static readonly string Document = Repository.Read("docs", "PROTOCOL.md");

    [Fact]
    public void Every_rule_is_explained() => AssertNamed(Enum.GetValues<Rule>().Select(RuleNames.Of));

    [Fact]
    public void Every_message_is_explained() => AssertNamed(Enum.GetNames<MessageKind>());

    [Fact]
    public void Every_timer_is_explained() => AssertNamed(Enum.GetNames<TimerKind>());

    private static void AssertNamed(IEnumerable<string> names) =>
        Faults.AssertNone(names.Where(name => !Document.Contains($"`{name}`")));
}
