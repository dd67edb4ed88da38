using GossipLab.Core.Primitives;

namespace GossipLab.Core.Simulation.Tables;

/// <summary>
/// What many nodes believe of everybody. Never changes: another belief makes another baseline that shares all pages but
/// one, so that what is on its way and what is kept for later can hold on to an old one.
/// </summary>
internal sealed class Baseline
{
    public const int PageBits = 6;
    private const int PageLength = 1 << PageBits;

    public static readonly Baseline Empty = new([], [], 0, 0);

    private static readonly Belief[] BlankPage = new Belief[PageLength];

    private readonly Belief[][] _pages;
    private readonly int[] _gone;

    private Baseline(Belief[][] pages, int[] gone, int odd, int places)
    {
        Places = places;
        _pages = pages;
        _gone = gone;
        OddCount = odd;
    }

    /// <summary>One more than the highest number anything may be said of.</summary>
    public int Places { get; }

    /// <summary>How many members have other details than almost all.</summary>
    public int OddCount { get; }

    public Belief this[int id]
    {
        get
        {
            var page = id >> PageBits;
            return (uint)page < (uint)_pages.Length ? _pages[page][id & (PageLength - 1)] : default;
        }
    }

    public static Baseline Of(ReadOnlySpan<Belief> beliefs)
    {
        var pages = new Belief[(beliefs.Length + PageLength - 1) >> PageBits][];
        for (var page = 0; page < pages.Length; page++)
        {
            pages[page] = new Belief[PageLength];
            var from = page << PageBits;
            beliefs[from..Math.Min(beliefs.Length, from + PageLength)].CopyTo(pages[page]);
        }

        var gone = new List<int>();
        var odd = 0;
        for (var id = 0; id < beliefs.Length; id++)
        {
            odd += beliefs[id].Details == 0 ? 0 : 1;
            if (beliefs[id].IsGone)
            {
                gone.Add(id);
            }
        }

        return new Baseline(pages, [.. gone], odd, beliefs.Length);
    }

    /// <summary>Adds the numbers about whom another baseline says something else.</summary>
    public void AddDifferences(Baseline other, Instant settled, List<int> numbers)
    {
        for (var page = 0; page < Math.Max(_pages.Length, other._pages.Length); page++)
        {
            if (SharesPage(other, page))
            {
                continue;
            }

            var end = (page + 1) << PageBits;
            for (var id = page << PageBits; id < end; id++)
            {
                if (!this[id].CanStandFor(other[id], settled))
                {
                    numbers.Add(id);
                }
            }
        }
    }

    /// <summary>The same with another belief about one member.</summary>
    public Baseline With(int id, in Belief belief)
    {
        var page = id >> PageBits;
        var pages = new Belief[Math.Max(page + 1, _pages.Length)][];
        _pages.CopyTo(pages, 0);
        pages.AsSpan(_pages.Length).Fill(BlankPage);
        pages[page] = (Belief[])pages[page].Clone();
        pages[page][id & (PageLength - 1)] = belief;
        var before = this[id];
        var odd = OddCount + (belief.Details == 0 ? 0 : 1) - (before.Details == 0 ? 0 : 1);
        var gone = WithGone(id, belief.IsGone);
        return new Baseline(pages, gone, odd, Math.Max(Places, id + 1));
    }

    /// <summary>
    /// The next number above one whose owner is gone; <see cref="int.MaxValue"/> where there is none.
    /// </summary>
    public int NextGone(int id)
    {
        var place = Array.BinarySearch(_gone, id + 1);
        place = place < 0 ? ~place : place;
        return place < _gone.Length ? _gone[place] : int.MaxValue;
    }

    // Known without looking at the beliefs.
    private bool SharesPage(Baseline other, int page) =>
        page < _pages.Length && page < other._pages.Length && _pages[page] == other._pages[page];

    private int[] WithGone(int id, bool isGone)
    {
        var place = Array.BinarySearch(_gone, id);
        return (place >= 0, isGone) switch
        {
            (true, false) => [.. _gone.AsSpan(0, place), .. _gone.AsSpan(place + 1)],
            (false, true) => [.. _gone.AsSpan(0, ~place), id, .. _gone.AsSpan(~place)],
            _ => _gone,
        };
    }
}
