using GossipLab.Web.Parts;

namespace GossipLab.Tests.Web.Parts;

/// <summary>Numbers as people read them.</summary>
public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1_400, "1.4 KB")]
    [InlineData(2_500_000, "2.5 MB")]
    public void A_size_has_a_unit(long bytes, string expected) => Assert.Equal(expected, Numbers.Bytes(bytes));

    [Fact]
    public void A_share_of_nothing_is_no_number() => Assert.Equal("–", Numbers.Share(0, 0));

    [Fact]
    public void A_share_has_one_digit_after_the_point() => Assert.Equal("66.7 %", Numbers.Share(2, 3));

    [Theory]
    [InlineData("n3 is not running", "n3 is not running.")]
    [InlineData("there is no wall w1", "There is no wall w1.")]
    [InlineData("done!", "Done!")]
    public void A_phrase_becomes_a_sentence(string phrase, string expected) =>
        Assert.Equal(expected, UiSentence.Of(phrase));
}
