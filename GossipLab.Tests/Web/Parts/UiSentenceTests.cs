using GossipLab.Web.Parts;

namespace GossipLab.Tests.Web.Parts;

/// <summary>What the core says in small letters is shown as sentences.</summary>
public sealed class UiSentenceTests
{
    [Theory]
    [InlineData("the value is too large", "The value is too large.")]
    [InlineData("n3 is down", "n3 is down.")]
    [InlineData("nowhere.example:8080: no such name", "nowhere.example:8080: no such name.")]
    [InlineData("address: give a host", "Address: give a host.")]
    [InlineData("Are you sure?", "Are you sure?")]
    public void A_phrase_begins_with_a_capital_unless_it_begins_with_a_name(string phrase, string sentence) =>
        Assert.Equal(sentence, UiSentence.Of(phrase));
}
