namespace GossipLab.Core.Experiments.Configuration;

/// <summary>Whose configuration a text is.</summary>
public enum ConfigurationFormat : byte
{
    /// <summary>A Consul agent's, with <c>gossip_lan</c> and <c>gossip_wan</c>; JSON or HCL.</summary>
    Consul,

    /// <summary>A Serf agent's timing profile (the file that <c>profile_path</c> names); JSON.</summary>
    SerfProfile,

    /// <summary>A Serf agent's; JSON. Of the timing it can say only which built-in profile to use.</summary>
    SerfAgent,

    /// <summary>memberlist's Config with Go's field names, as programs that embed it keep it; JSON.</summary>
    Memberlist,
}

/// <summary>What is said of a key.</summary>
public enum ConfigurationNoteKind : byte
{
    /// <summary>It must be put right before anything is measured.</summary>
    Fault,

    /// <summary>It is taken as it is, and probably not what was meant.</summary>
    Warning,

    /// <summary>It changes nothing here, and stays as it is.</summary>
    Ignored,

    /// <summary>It is one of the settings that are measured.</summary>
    Taken,
}

/// <summary>Something said of a line.</summary>
/// <param name="Line">The line; 1 for the first, 0 for the text as a whole.</param>
/// <param name="Kind">How bad it is.</param>
/// <param name="Key">The key; empty for the text as a whole.</param>
/// <param name="Text">What and why.</param>
public sealed record ConfigurationNote(int Line, ConfigurationNoteKind Kind, string Key, string Text);
