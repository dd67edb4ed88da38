namespace GossipLab.Web.Words;

internal static partial class TestIds
{
    public const string Glossary = "glossary";
    public const string Models = "models";
    public const string ModelRow = "model-row";
    public const string LearnModel = "learn-model";
    public const string LearnGlossary = "learn-glossary";
}
