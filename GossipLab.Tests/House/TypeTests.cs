using GossipLab.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GossipLab.Tests.House;

/// <summary>How types are named, closed and laid out in files.</summary>
public sealed class TypeTests
{
    private static readonly string[] EmptyEndings =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Processor", "Data", "Info", "Base", "Impl"];

    [Fact]
    public void A_file_has_one_public_type_and_perhaps_records_and_enums_beside_it()
    {
        var crowded = from file in SourceFile.All
                      let types = file.Types.Where(IsPublic)
                          .Where(type => type is not (RecordDeclarationSyntax or EnumDeclarationSyntax))
                          .Select(NameOf).Distinct().ToList()
                      where types.Count > 1
                      select $"{file.Path} has {string.Join(", ", types)}";

        Faults.AssertNone(crowded);
    }

    [Fact]
    public void A_file_is_named_after_a_type_in_it()
    {
        var misnamed = from file in SourceFile.All
                       where file.Types.Any() && !file.Types.Select(NameOf).Contains(file.Subject)
                       select $"{file.Path} holds {string.Join(", ", file.Types.Select(NameOf))}";

        Faults.AssertNone(misnamed);
    }

    [Fact]
    public void Classes_are_sealed_unless_something_inherits_them()
    {
        var classes = SourceFile.All
            .SelectMany(
                file => file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>(),
                (file, type) => (file, type))
            .Where(found => found.type is ClassDeclarationSyntax || found.type.IsKind(SyntaxKind.RecordDeclaration))
            .ToList();
        var inherited = classes.SelectMany(found => BasesOf(found.type)).ToHashSet();

        var open = from found in classes
                   where !IsClosed(found.type) && !inherited.Contains(NameOf(found.type))
                   select $"{found.file.At(found.type)} {NameOf(found.type)}";

        Faults.AssertNone(open);
    }

    [Fact]
    public void No_name_ends_in_a_word_that_says_nothing()
    {
        var empty = from file in SourceFile.All
                    from type in file.Types
                    where EmptyEndings.Any(NameOf(type).EndsWith)
                    select $"{file.At(type)} {NameOf(type)}";

        Faults.AssertNone(empty);
    }

    private static bool IsPublic(MemberDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PublicKeyword);

    private static bool IsClosed(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.SealedKeyword)
        || type.Modifiers.Any(SyntaxKind.StaticKeyword) || type.Modifiers.Any(SyntaxKind.AbstractKeyword);

    private static IEnumerable<string> BasesOf(TypeDeclarationSyntax type) =>
        (type.BaseList?.Types ?? []).Select(parent => parent.Type.ToString().Split('<')[0].Split('.')[^1]);

    private static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
        DelegateDeclarationSyntax declared => declared.Identifier.Text,
        _ => "",
    };
}
