namespace GossipLab.Core.Hosting;

/// <summary>Gives texts numbers from 0 on, and knows a text from its number; at most so many at once.</summary>
internal sealed class NumberedTexts(int most)
{
    private readonly List<string?> _texts = [];
    private readonly Stack<int> _free = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The text of a number; null where it has none.</summary>
    public string? this[int number] => (uint)number < (uint)_texts.Count ? _texts[number] : null;

    /// <summary>The number of a text, a new one where it has none; -1 where there is no room.</summary>
    public int Give(ReadOnlySpan<char> text)
    {
        if (Find(text) is >= 0 and var known)
        {
            return known;
        }

        if (Count == most)
        {
            return -1;
        }

        var kept = text.ToString();
        var number = _free.Count > 0 ? _free.Pop() : _texts.Count;
        if (number == _texts.Count)
        {
            _texts.Add(null);
        }

        (_texts[number], _numbers[kept]) = (kept, number);
        return number;
    }

    /// <summary>The number of a text; -1 where it has none.</summary>
    public int Find(ReadOnlySpan<char> text) =>
        _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var number) ? number : -1;

    /// <summary>Forgets all numbers that nobody needs; they are given again.</summary>
    /// <param name="isNeeded">Whether a number is.</param>
    public void Forget(Predicate<int> isNeeded)
    {
        for (var number = 0; number < _texts.Count; number++)
        {
            if (_texts[number] is { } text && !isNeeded(number))
            {
                _texts[number] = null;
                _numbers.Remove(text);
                _free.Push(number);
            }
        }
    }
}
