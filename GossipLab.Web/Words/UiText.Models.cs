namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Models
    {
        public const string Name = "Models and formulas";
        public const string Intro =
            "Every formula this product uses. What the engine does is measured; what a formula expects is called a "
            + "model. Each model is held against runs of the engine, with seeds that never change.";
        public const string Command = "The same table on your machine:";
        public const string CommandText = "dotnet run -c Release --project GossipLab.Benchmarks -- models";
        public const string Where = "Used";
        public const string Source = "Source";
        public const string Assumption = "Assumes";
        public const string Exact = "Nothing to measure: the engine computes it in this way.";
        public const string Measuring = "Measured on this server now…";
        public const string Case = "Run";
        public const string Expected = "Model";
        public const string Measured = "Engine";
        public const string Error = "Model is off by";
        public const string Runs = "Runs";

        public static string TableOf(string name) => $"Measurements: {name}";
    }
}
