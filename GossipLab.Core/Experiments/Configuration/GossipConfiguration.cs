using GossipLab.Core.Membership;

namespace GossipLab.Core.Experiments.Configuration;

/// <summary>
/// A configuration of Consul, Serf or memberlist: the settings of gossip it comes to, what is to be said of its lines,
/// and how it reads with other settings.
/// </summary>
public sealed class GossipConfiguration
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaxLength = 65_536;

    private readonly GossipReading _reading;

    private GossipConfiguration(GossipReading reading) => _reading = reading;

    /// <summary>Whose it is.</summary>
    public ConfigurationFormat Format => _reading.Format;

    /// <summary>The text as it was given.</summary>
    public string Text => _reading.Text;

    /// <summary>Which of Consul's pools was meant.</summary>
    public GossipPool Pool => _reading.Pool;

    /// <summary>The settings it comes to, with the program's defaults where it says nothing.</summary>
    public MembershipOptions Options => _reading.Options;

    /// <summary>What is to be said of its lines, in their order.</summary>
    public IReadOnlyList<ConfigurationNote> Notes => _reading.Notes;

    /// <summary>Whether nothing has to be put right first.</summary>
    public bool IsSound => Notes.All(note => note.Kind != ConfigurationNoteKind.Fault);

    /// <summary>Whether this kind of configuration can say how many helpers a probe asks.</summary>
    public bool HasIndirectChecks => Format != ConfigurationFormat.Consul;

    /// <summary>Reads a text from anybody. Whatever it is, this ends with notes and never fails.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pool">Which of Consul's pools is meant; of no matter to the others.</param>
    public static GossipConfiguration Read(string text, GossipPool pool = GossipPool.Lan)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new GossipConfiguration(GossipReading.Of(text, pool));
    }

    /// <summary>
    /// The text with other settings: values that differ are replaced where they stand, keys that are missing are added,
    /// all else is as it was. For a Serf agent, which cannot say them, it is a profile file of its own.
    /// </summary>
    /// <param name="options">The settings wanted. What this format cannot say is left out.</param>
    /// <exception cref="InvalidOperationException">The text has a fault.</exception>
    public string Write(MembershipOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return IsSound
            ? GossipWriting.Write(_reading, options)
            : throw new InvalidOperationException("the configuration has faults: put them right first");
    }
}
