using System.Text.Json;
using System.Text.RegularExpressions;
using GossipLab.Tests.TestKit;

namespace GossipLab.Tests.Deploy;

/// <summary>What deploy/Dockerfile says, stage by stage.</summary>
internal sealed partial class ImageRecipe
{
    private readonly ILookup<string, Instruction> _stages;

    private ImageRecipe(IEnumerable<Instruction> instructions) => _stages = instructions.ToLookup(one => one.Stage);

    /// <summary>Reads it.</summary>
    public static ImageRecipe Read()
    {
        var text = Repository.Read("deploy", "Dockerfile").ReplaceLineEndings("\n");
        var lines = Continued().Replace(Comment().Replace(text, ""), " ").Split('\n');
        var stage = "";
        var found = new List<Instruction>();
        foreach (var words in lines.Select(line => line.Trim().Split(' ', 2)).Where(words => words.Length == 2))
        {
            stage = words[0] == "FROM" ? words[1].Split(" AS ")[1] : stage;
            found.Add(new Instruction(stage, words[0], words[1]));
        }

        return new ImageRecipe(found);
    }

    /// <summary>The commands of a stage that call a program, without its name.</summary>
    public IEnumerable<string> Runs(string stage, string program) => All(stage, "RUN")
        .Where(run => run.StartsWith(program + " ", StringComparison.Ordinal))
        .Select(run => run[(program.Length + 1)..]);

    /// <summary>The variables of a stage.</summary>
    public Dictionary<string, string> Variables(string stage) => All(stage, "ENV")
        .SelectMany(line => line.Split(' ')).Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>How what a stage makes is started.</summary>
    public string[] EntryPoint(string stage) =>
        JsonSerializer.Deserialize<string[]>(All(stage, "ENTRYPOINT").Single())!;

    /// <summary>How the node's health is asked for.</summary>
    public string[] HealthCheck(string stage) =>
        JsonSerializer.Deserialize<string[]>(All(stage, "HEALTHCHECK").Single().Split("CMD ")[1])!;

    /// <summary>As whom the program runs.</summary>
    public string User(string stage) => All(stage, "USER").Last();

    /// <summary>What a stage is made from.</summary>
    public string From(string stage) => All(stage, "FROM").Single().Split(' ')[0];

    private IEnumerable<string> All(string stage, string word) =>
        _stages[stage].Where(one => one.Word == word).Select(one => one.Rest);

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continued();

    [GeneratedRegex(@"^\s*#.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();

    private sealed record Instruction(string Stage, string Word, string Rest);
}
