namespace GossipLab.Web.Words;

internal static partial class TestIds
{
    public const string Glossary = "glossary";
    public const string LearnGlossary = "learn-glossary";
}
