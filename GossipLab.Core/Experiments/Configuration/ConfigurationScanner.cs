using System.Globalization;
using System.Text;

namespace GossipLab.Core.Experiments.Configuration;

/// <summary>Takes a text apart, character by character, and knows the line.</summary>
internal sealed class ConfigurationScanner(string text, bool isJson)
{
    public int At { get; private set; }

    public int Line { get; private set; } = 1;

    public bool IsAtEnd => At >= text.Length;

    // No configuration has a zero character, so it stands for the end.
    public char Next => IsAtEnd ? '\0' : text[At];

    public ConfigurationFault Fault(string problem) => new(Line, problem);

    public void SkipBlank()
    {
        while (!IsAtEnd)
        {
            if (char.IsWhiteSpace(Next) || Next == '\uFEFF')
            {
                Step();
            }
            else if (Next == '#' || Sees("//"))
            {
                RefuseCommentInJson();
                while (!IsAtEnd && Next != '\n')
                {
                    Step();
                }
            }
            else if (Sees("/*"))
            {
                RefuseCommentInJson();
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    public bool TryTake(char mark)
    {
        if (Next != mark || IsAtEnd)
        {
            return false;
        }

        Step();
        return true;
    }

    public void Take(char mark, string what)
    {
        if (!TryTake(mark))
        {
            throw Fault(IsAtEnd ? $"{what} is expected, but the text ends" : $"{what} is expected, not «{Next}»");
        }
    }

    public string TakeText()
    {
        var began = Line;
        Take('"', "a quote");
        var value = new StringBuilder();
        while (Next != '"')
        {
            if (IsAtEnd || Next == '\n')
            {
                throw new ConfigurationFault(began, "a text in quotes has no end");
            }

            value.Append(Next == '\\' ? TakeEscape() : TakeAny());
        }

        Take('"', "a quote");
        return value.ToString();
    }

    public string TakeIdentifier() => TakeWhile(
        static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.', "a key");

    public string TakeWord()
    {
        var word = TakeWhile(static letter => char.IsAsciiLetter(letter), "a value");
        return word is "true" or "false" or "null"
            ? word : throw Fault($"«{word}» is no value; a text stands in quotes");
    }

    public string TakeNumber()
    {
        var number = TakeWhile(
            static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '+' or '.', "a number");
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? number : throw Fault($"«{number}» is no number; a duration stands in quotes, for example \"500ms\"");
    }

    public string TakeHeredoc()
    {
        var began = Line;
        Take('<', "«<<»");
        Take('<', "«<<»");
        TryTake('-');
        var end = TakeIdentifier();
        var value = new StringBuilder();
        TakeLine();
        while (!IsAtEnd)
        {
            var line = TakeLine();
            if (line.Trim() == end)
            {
                return value.ToString();
            }

            value.Append(line).Append('\n');
        }

        throw new ConfigurationFault(began, $"a text that ends with {end} has no end");
    }

    private string TakeLine()
    {
        var start = At;
        while (!IsAtEnd && Next != '\n')
        {
            Step();
        }

        var line = text[start..At];
        TryTake('\n');
        return line;
    }

    private string TakeWhile(Func<char, bool> belongs, string what)
    {
        var start = At;
        while (!IsAtEnd && belongs(Next))
        {
            Step();
        }

        return At > start ? text[start..At]
            : throw Fault(IsAtEnd ? $"{what} is expected, but the text ends" : $"{what} is expected, not «{Next}»");
    }

    private char TakeEscape()
    {
        Step();
        var letter = TakeAny();
        if (letter != 'u')
        {
            return letter switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => letter };
        }

        var digits = At + 4 <= text.Length ? text.AsSpan(At, 4) : default;
        if (!ushort.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            throw Fault("«\\u» needs four hexadecimal digits");
        }

        At += 4;
        return (char)code;
    }

    private char TakeAny()
    {
        if (IsAtEnd)
        {
            throw Fault("the text ends too early");
        }

        var letter = Next;
        Step();
        return letter;
    }

    private void SkipComment()
    {
        var began = Line;
        while (!Sees("*/"))
        {
            if (IsAtEnd)
            {
                throw new ConfigurationFault(began, "a comment has no end");
            }

            Step();
        }

        At += 2;
    }

    private void RefuseCommentInJson()
    {
        if (isJson)
        {
            throw Fault("JSON has no comments: take it out, or save the file as HCL");
        }
    }

    private bool Sees(string mark) => string.CompareOrdinal(text, At, mark, 0, mark.Length) == 0;

    private void Step()
    {
        Line += text[At] == '\n' ? 1 : 0;
        At++;
    }
}
