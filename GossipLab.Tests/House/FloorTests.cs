using System.Text.RegularExpressions;
using GossipLab.Tests.TestKit;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GossipLab.Tests.House;

/// <summary>A lower floor never names a higher one, so that each can be read without what stands above it.</summary>
public sealed partial class FloorTests
{
    private const string Core = "GossipLab.Core";
    private const string Web = "GossipLab.Web";
    private const string Node = "GossipLab.Node";

    private static readonly string[] CompositionRoots = [$"{Web}/Program.cs", $"{Node}/Program.cs"];

    [Fact]
    public void Core_names_no_higher_floor() => Faults.AssertNone(FaultsIn(Core, Floors.OfCore));

    [Fact]
    public void Node_names_no_higher_floor() => Faults.AssertNone(FaultsIn(Node, Floors.OfNode));

    [Fact]
    public void Web_names_no_higher_floor_and_features_are_strangers() =>
        Faults.AssertNone(FaultsIn(Web, Floors.OfWeb));

    [Fact]
    public void Markup_names_no_higher_floor()
    {
        var faults = from path in Repository.FilesBelow(Web)
                     where path.EndsWith(".razor") && path.Split('/').Length > 2
                     from match in OwnNames().Matches(Repository.Read(path))
                     let fault = Floors.OfWeb.FindFault(NamespaceOf(path), NamespaceIn(match.Value))
                     where fault is not null
                     select $"{path}: {fault}";

        Faults.AssertNone(faults);
    }

    [Fact]
    public void What_all_markup_imports_is_below_the_features()
    {
        var faults = OwnNames().Matches(Repository.Read(Web, "_Imports.razor"))
            .Select(match => Floors.OfWeb.FindFault($"{Web}.Features.Any", match.Value));

        Faults.AssertNone(faults.OfType<string>());
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var strays = from file in SourceFile.All
                     from space in file.Syntax.Members.OfType<BaseNamespaceDeclarationSyntax>()
                     where space.Name.ToString() != NamespaceOf(file.Path)
                     select $"{file.Path} is in {space.Name}";

        Faults.AssertNone(strays);
    }

    [Fact]
    public void Nothing_lives_outside_the_floors()
    {
        var outside = from file in SourceFile.Of(Core).Concat(SourceFile.Of(Node)).Concat(SourceFile.Of(Web))
                      where file.Path.Split('/').Length == 2 && !CompositionRoots.Contains(file.Path)
                      select file.Path;

        Faults.AssertNone(outside);
    }

    [Theory]
    [InlineData("GossipLab.Core.Values", "GossipLab.Core.Dissemination")]
    [InlineData("GossipLab.Core.Protocol", "GossipLab.Core.Nodes")]
    [InlineData("GossipLab.Core.Simulation.Checks", "GossipLab.Core.Hosting")]
    [InlineData("GossipLab.Core.Unheard", "GossipLab.Core.Primitives")]
    public void Core_faults_are_found(string from, string to) => Assert.NotNull(Floors.OfCore.FindFault(from, to));

    [Theory]
    [InlineData("GossipLab.Core.Membership", "GossipLab.Core.Dissemination")]
    [InlineData("GossipLab.Core.Simulation.Checks", "GossipLab.Core.Simulation")]
    [InlineData("GossipLab.Core.Values", "System.Text")]
    public void Core_stairs_are_allowed(string from, string to) => Assert.Null(Floors.OfCore.FindFault(from, to));

    [Fact]
    public void Two_features_are_strangers() =>
        Assert.NotNull(Floors.OfWeb.FindFault("GossipLab.Web.Features.Stage", "GossipLab.Web.Features.Curve"));

    private static IEnumerable<string> FaultsIn(string project, Floors floors) =>
        from file in SourceFile.Of(project)
        where !CompositionRoots.Contains(file.Path)
        from name in NamesIn(file.Syntax)
        let fault = floors.FindFault(NamespaceOf(file.Path), name)
        where fault is not null
        select $"{file.Path}: {fault}";

    // Usings and names written out; documentation counts, as it is read like code.
    private static IEnumerable<string> NamesIn(CompilationUnitSyntax syntax) =>
        OwnNames().Matches(WithoutOwnNamespace(syntax)).Select(match => NamespaceIn(match.Value)).Distinct();

    private static string WithoutOwnNamespace(CompilationUnitSyntax syntax) => string.Concat(
        syntax.Usings.ToFullString(),
        string.Concat(syntax.Members.SelectMany(member =>
            member is BaseNamespaceDeclarationSyntax space
                ? space.Usings.Select(part => part.ToFullString())
                    .Concat(space.Members.Select(part => part.ToFullString()))
                : [member.ToFullString()])));

    private static string NamespaceOf(string path) => string.Join('.', path.Split('/')[..^1]);

    // GossipLab.Core.Protocol.NodeId names the namespace before it; so does a using of GossipLab.Core.Protocol itself.
    private static string NamespaceIn(string name)
    {
        var steps = name.Split('.');
        var folders = steps.Length;
        while (folders > 2 && !IsFolder(steps[..folders]))
        {
            folders--;
        }

        return string.Join('.', steps[..folders]);
    }

    private static bool IsFolder(string[] steps) =>
        Directory.Exists(Repository.PathOf([string.Join('.', steps[..2]), .. steps[2..]]));

    [GeneratedRegex(@"\bGossipLab\.[A-Z]\w*(\.[A-Z]\w*)*")]
    private static partial Regex OwnNames();
}
