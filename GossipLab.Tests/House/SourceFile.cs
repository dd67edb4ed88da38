using GossipLab.Tests.TestKit;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GossipLab.Tests.House;

/// <summary>One file of C# in the repository, as text and as syntax.</summary>
internal sealed class SourceFile
{
    private static readonly string[] Projects =
        [
        "GossipLab.Core", "GossipLab.Node", "GossipLab.Web", "GossipLab.Cli",
        "GossipLab.Benchmarks", "GossipLab.Tests",
        ];

    private SourceFile(string path)
    {
        Path = path;
        var tree = CSharpSyntaxTree.ParseText(Repository.Read(path), new(LanguageVersion.Latest));
        Syntax = tree.GetCompilationUnitRoot();
    }

    /// <summary>Every file of C#, parsed once for all tests.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Projects.SelectMany(Repository.FilesBelow)
            .Where(path => path.EndsWith(".cs"))
            .Select(path => new SourceFile(path)),
    ];

    /// <summary>From the root, with forward slashes.</summary>
    public string Path { get; }

    public CompilationUnitSyntax Syntax { get; }

    /// <summary>The part of the name before the first dot: what the file is about.</summary>
    public string Subject => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>The types that stand in the file itself, not within others.</summary>
    public IEnumerable<MemberDeclarationSyntax> Types => Syntax.DescendantNodes()
        .OfType<MemberDeclarationSyntax>()
        .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
        .Where(member => member.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax);

    /// <summary>The files of one project.</summary>
    public static IEnumerable<SourceFile> Of(string project) => All.Where(file => file.Path.StartsWith(project + "/"));

    /// <summary>Where something stands, as compilers write it.</summary>
    public string At(Microsoft.CodeAnalysis.SyntaxNode node) =>
        $"{Path}({node.GetLocation().GetLineSpan().StartLinePosition.Line + 1})";
}
