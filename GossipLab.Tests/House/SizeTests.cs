using GossipLab.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GossipLab.Tests.House;

/// <summary>The walls of docs/STYLE.md: what outgrows one has two ideas in it.</summary>
public sealed class SizeTests
{
    private const int LongestLine = 120;
    private const int LongestMethod = 60;
    private const int MostParameters = 5;

    private static readonly string[] Folders =
        [
        "GossipLab.Core", "GossipLab.Web", "GossipLab.Cli",
        "GossipLab.Benchmarks", "GossipLab.Tests", "wwwroot-assets",
        ];

    private static readonly (string Ending, int Lines)[] LongestFiles =
        [(".razor", 100), (".razor.cs", 150), (".cs", 300), (".mjs", 300), (".css", 300)];

    private static IEnumerable<string> Written => Folders.SelectMany(Repository.FilesBelow)
        .Where(path => LongestFiles.Any(wall => path.EndsWith(wall.Ending)));

    [Fact]
    public void Files_stay_below_their_wall()
    {
        var tooLong = from path in Written
                      let wall = LongestFiles.First(wall => path.EndsWith(wall.Ending)).Lines
                      let lines = File.ReadLines(Repository.PathOf(path)).Count()
                      where lines > wall
                      select $"{path} has {lines} lines, the wall is {wall}";

        Faults.AssertNone(tooLong);
    }

    [Fact]
    public void Lines_stay_below_120_columns()
    {
        var tooLong = from path in Written
                      from line in File.ReadLines(Repository.PathOf(path)).Index()
                      where line.Item.Length > LongestLine
                      select $"{path}({line.Index + 1}) has {line.Item.Length} columns";

        Faults.AssertNone(tooLong);
    }

    [Fact]
    public void Methods_stay_below_60_lines()
    {
        var tooLong = from file in SourceFile.All
                      from node in file.Syntax.DescendantNodes()
                      where node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
                          or AccessorDeclarationSyntax
                      let lines = LinesOf(node)
                      where lines > LongestMethod
                      select $"{file.At(node)} has {lines} lines";

        Faults.AssertNone(tooLong);
    }

    [Fact]
    public void Methods_take_at_most_five_parameters()
    {
        var tooMany = from file in SourceFile.All
                      from list in file.Syntax.DescendantNodes().OfType<ParameterListSyntax>()
                      where list.Parent is not RecordDeclarationSyntax and not ParenthesizedLambdaExpressionSyntax
                      where list.Parameters.Count > MostParameters
                      select $"{file.At(list)} takes {list.Parameters.Count}";

        Faults.AssertNone(tooMany);
    }

    // Without the documentation above it, which nobody should have to shorten.
    private static int LinesOf(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
