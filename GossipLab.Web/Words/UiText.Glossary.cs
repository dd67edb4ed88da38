namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Glossary
    {
        public const string Name = "Glossary";
        public const string Intro =
            "The words of the field as this product uses them. Texts link a word where a page uses it first.";
        public const string See = "See also";
    }
}
