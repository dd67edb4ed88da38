namespace GossipLab.Web.Words;

internal static partial class UiText
{
    public static class Attach
    {
        public const string Name = "Or watch nodes that run already";
        public const string Lead =
            "Give the address of any GossipLab node. Its members are found and watched; nothing is done to them.";

        public const string Address = "Address";
        public const string AddressHint = "host or host:port";
        public const string Secret = "Secret";
        public const string SecretHint = "if they have one";
        public const string Start = "Watch them";
        public const string Looking = "Looking…";
        public const string Cancel = "Cancel";
        public const string Quiet = "All is quiet. When a value is set or a node dies, you see here what comes of it.";
        public const string Watched = "watched";
        public const string Stop = "Stop watching";
        public const string Stopped = "You watch it no more. The nodes go on.";
    }
}
