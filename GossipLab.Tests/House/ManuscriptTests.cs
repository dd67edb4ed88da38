using System.Text.RegularExpressions;
using GossipLab.Tests.TestKit;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GossipLab.Tests.House;

/// <summary>What is never written down here.</summary>
public sealed partial class ManuscriptTests
{
    private static readonly string[] Waits = ["Thread.Sleep", "Task.Delay", "WaitForTimeoutAsync"];

    private static readonly string[] TextEndings =
        [".cs", ".razor", ".css", ".mjs", ".md", ".json", ".props", ".targets", ".csproj", ".svg", ".editorconfig"];

    private static IEnumerable<string> Texts => Repository.FilesBelow(".")
        .Where(path => TextEndings.Any(path.EndsWith));

    [Fact]
    public void Tests_never_wait_for_a_while()
    {
        var waits = from file in SourceFile.Of("GossipLab.Tests")
                    from access in file.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
                    where Waits.Any(access.ToString().EndsWith)
                    select $"{file.At(access)} {access}";

        Faults.AssertNone(waits);
    }

    [Fact]
    public void No_file_names_a_package_registry_or_somebodys_home()
    {
        var named = from path in Texts
                    from match in PlacesOfOneMachine().Matches(Repository.Read(path))
                    select $"{path}: {match.Value}";

        Faults.AssertNone(named);
    }

    [Fact]
    public void Nothing_is_left_to_be_done_later()
    {
        var left = from path in Texts
                   where !path.EndsWith(nameof(ManuscriptTests) + ".cs")
                   from match in Postponements().Matches(Repository.Read(path))
                   select $"{path}: {match.Value}";

        Faults.AssertNone(left);
    }

    [GeneratedRegex(@"\b[\w.-]*(nuget|npmjs|pypi)\.(org|com|io)\b|(?<![\w.])/(home|root|Users)/\w+")]
    private static partial Regex PlacesOfOneMachine();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Postponements();
}
