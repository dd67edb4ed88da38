using GossipLab.Core.Experiments;

namespace GossipLab.Tests.Core.Experiments;

public sealed class SweepJsonTests
{
    [Fact]
    public void A_plan_is_read_back_as_it_was_written()
    {
        var plan = SweepRig.FanOuts(16, 20, 1, 2) with
        {
            Y = new SweepAxis(SweepParameter.LossPercent, [0, 10]), NarrowEnough = 1.5,
        };

        var text = SweepJson.Write(plan);
        var again = SweepJson.Read(text, out var fault);

        Assert.Null(fault);
        Assert.Equal(text, SweepJson.Write(again!));
    }

    [Theory]
    [InlineData("\"seeds\": 20", "\"seeds\": 19", "$.seeds: must be a whole number within 20 to 2000")]
    [InlineData("\"seeds\": 20", "\"seed\": 20", "$.seed: there is no such field")]
    [InlineData("\"parameter\": \"fanOut\"", "\"parameter\": \"fanout\"", "$.x.parameter: must be one of nodes")]
    [InlineData("\"gossiplabSweep\": 1", "\"gossiplabSweep\": 2", "$.gossiplabSweep: must be")]
    [InlineData("{", "[", "this is not JSON")]
    public void A_file_with_a_fault_says_which_field_and_what_is_allowed(string sound, string broken, string words)
    {
        var text = SweepJson.Write(SweepRig.FanOuts(16, 20, 1, 2)).Replace(sound, broken, StringComparison.Ordinal);

        var plan = SweepJson.Read(text, out var fault);

        Assert.Null(plan);
        Assert.Contains(words, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_that_is_unsound_is_named()
    {
        var plan = SweepRig.FanOuts(16, 20, 1) with
        {
            X = new SweepAxis(SweepParameter.ProbeTimeoutMilliseconds, [500, 2_000]),
        };

        Assert.StartsWith("point ProbeTimeoutMilliseconds 2000: ", plan.FindFault(), StringComparison.Ordinal);
    }
}
