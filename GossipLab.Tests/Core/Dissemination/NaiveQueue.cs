using GossipLab.Core.Protocol;

namespace GossipLab.Tests.Core.Dissemination;

/// <summary>memberlist's queue word by word: sorted anew at each question, searched tier by tier.</summary>
internal sealed class NaiveQueue
{
    private readonly List<(MemberUpdate News, int Transmits, int Order)> _items = [];
    private int _order;

    public void Add(MemberUpdate news)
    {
        _items.RemoveAll(item => item.News.Subject == news.Subject);
        _items.Add((news, 0, _order++));
    }

    public void Prune(int most)
    {
        foreach (var item in Ordered().Skip(most))
        {
            _items.Remove(item);
        }
    }

    public List<(MemberUpdate News, int Transmits, int Order)> Ordered() =>
        [.. _items.OrderBy(item => item.Transmits).ThenByDescending(item => MessageSize.Of(item.News))
            .ThenByDescending(item => item.Order)];

    public List<MemberUpdate> Take(int overhead, int budget, int limit)
    {
        var taken = new List<(MemberUpdate News, int Transmits, int Order)>();
        for (var tier = 0; tier < limit; tier++)
        {
            while (Ordered().FirstOrDefault(item => item.Transmits == tier
                && MessageSize.Of(item.News) + overhead <= budget, (default, -1, -1)) is { Transmits: >= 0 } found)
            {
                budget -= MessageSize.Of(found.News) + overhead;
                _items.Remove(found);
                taken.Add(found);
            }
        }

        _items.AddRange(taken.Where(item => item.Transmits + 1 < limit)
            .Select(item => item with { Transmits = item.Transmits + 1 }));
        return taken.ConvertAll(item => item.News);
    }
}
