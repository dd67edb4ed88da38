using GossipLab.Core.Primitives;

namespace GossipLab.Tests.Core.Primitives;

public sealed class DiceTests
{
    private static readonly Instant Noon = Instant.FromMilliseconds(12);

    [Fact]
    public void One_key_gives_one_run_of_numbers()
    {
        var first = new Dice(7, 3).Roll(DiceStream.PeerChoice, Noon, 5);
        var second = new Dice(7, 3).Roll(DiceStream.PeerChoice, Noon, 5);

        Assert.Equal((first.Next(), first.Next()), (second.Next(), second.Next()));
    }

    [Fact]
    public void Every_part_of_the_key_counts()
    {
        var draws = new[]
        {
            new Dice(7, 3).Roll(DiceStream.PeerChoice, Noon).Next(),
            new Dice(8, 3).Roll(DiceStream.PeerChoice, Noon).Next(),
            new Dice(7, 4).Roll(DiceStream.PeerChoice, Noon).Next(),
            new Dice(7, -1).Roll(DiceStream.PeerChoice, Noon).Next(),
            new Dice(7, 3).Roll(DiceStream.Loss, Noon).Next(),
            new Dice(7, 3).Roll(DiceStream.PeerChoice, new Instant(Noon.Microseconds + 1)).Next(),
            new Dice(7, 3).Roll(DiceStream.PeerChoice, Noon, 1).Next(),
            new Dice(7, 3).Roll(DiceStream.PeerChoice, Noon, 2).Next(),
        };

        Assert.Equal(draws.Length, draws.Distinct().Count());
    }

    [Fact]
    public void Neighbouring_keys_are_not_alike()
    {
        var ones = 0;
        for (var node = 0; node < 1_000; node++)
        {
            var left = new Dice(1, node).Roll(DiceStream.Loss, Noon).Next();
            var right = new Dice(1, node + 1).Roll(DiceStream.Loss, Noon).Next();
            ones += System.Numerics.BitOperations.PopCount(left ^ right);
        }

        // 64,000 fair bits: 32,000 with a deviation of 126.
        Assert.InRange(ones, 32_000 - 504, 32_000 + 504);
    }
}
