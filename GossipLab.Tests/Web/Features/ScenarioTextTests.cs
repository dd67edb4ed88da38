using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using GossipLab.Core.Simulation;
using GossipLab.Web.Features.Scenarios;

namespace GossipLab.Tests.Web.Features;

/// <summary>Scenarios packed into links, some of them by people who mean no good.</summary>
public sealed class ScenarioTextTests
{
    [Fact]
    public void What_is_packed_is_unpacked_as_it_was()
    {
        var scenario = ScenarioLibrary.All[5].Scenario;

        var text = ScenarioText.Pack(scenario);
        var isRead = ScenarioText.TryUnpack(text!, out var read, out _); // A library scenario is short enough.

        Assert.True(isRead);
        Assert.Equal(ScenarioJson.Write(scenario), ScenarioJson.Write(read!)); // Not null: it was read.
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64url!")]
    [InlineData("AAAA")]
    public void What_is_no_packed_scenario_is_refused(string text)
    {
        var isRead = ScenarioText.TryUnpack(text, out var scenario, out var fault);

        Assert.False(isRead);
        Assert.Null(scenario);
        Assert.NotNull(fault);
    }

    [Fact]
    public void A_faulty_scenario_is_refused_with_its_paths()
    {
        var isRead = ScenarioText.TryUnpack(Packed("""{"gossiplab":1,"nodes":-4}"""), out _, out var fault);

        Assert.False(isRead);
        Assert.Contains("$.nodes", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_unpacks_to_more_than_a_file_may_have_is_refused()
    {
        var bomb = Packed(new string(' ', ScenarioJson.MaxBytes + 1));

        Assert.True(bomb.Length <= ScenarioText.MaxLength);
        Assert.False(ScenarioText.TryUnpack(bomb, out _, out _));
    }

    private static string Packed(string json)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(Encoding.UTF8.GetBytes(json));
        }

        return Base64Url.EncodeToString(packed.ToArray());
    }
}
