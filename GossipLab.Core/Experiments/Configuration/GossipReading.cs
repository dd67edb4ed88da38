using System.Globalization;
using GossipLab.Core.Membership;

namespace GossipLab.Core.Experiments.Configuration;

/// <summary>Makes settings and notes of a text.</summary>
internal sealed class GossipReading
{
    private const int MostNotes = 200;
    private readonly List<ConfigurationNote> _notes = [];
    private readonly List<(GossipKey Key, ConfigurationEntry Entry)> _set = [];

    private GossipReading(string text, GossipPool pool) => (Text, Pool) = (text, pool);

    public string Text { get; }

    public GossipPool Pool { get; }

    public bool IsJson { get; private set; }

    public ConfigurationFormat Format { get; private set; }

    public MembershipOptions Options { get; private set; } = MembershipOptions.Lan;

    /// <summary>The object that the settings stand in; null where the text has none.</summary>
    public ConfigurationEntry? Section { get; private set; }

    /// <summary>The whole text; null where it cannot be read.</summary>
    public ConfigurationEntry? Root { get; private set; }

    public IReadOnlyList<ConfigurationNote> Notes => _notes;

    /// <summary>What Consul calls the pool's settings.</summary>
    public string SectionName => Pool == GossipPool.Lan ? "gossip_lan" : "gossip_wan";

    /// <summary>The last place where a key is set, which is the one that counts; null where it is not.</summary>
    public ConfigurationEntry? Find(GossipKey key) => _set.FindLast(one => one.Key == key).Entry;

    public static GossipReading Of(string text, GossipPool pool)
    {
        var reading = new GossipReading(text, pool);
        if (text.Length > GossipConfiguration.MaxLength)
        {
            reading.Say(0, ConfigurationNoteKind.Fault, "", FormattableString.Invariant(
                $"the text has {text.Length} characters; at most {GossipConfiguration.MaxLength} are read"));
            return reading;
        }

        try
        {
            reading.Root = ConfigurationReader.Read(text, out var isJson);
            reading.IsJson = isJson;
        }
        catch (ConfigurationFault fault)
        {
            reading.Say(fault.Line, ConfigurationNoteKind.Fault, "", fault.Message);
            return reading;
        }

        reading.Understand(reading.Root);
        reading._notes.Sort((left, right) => left.Line.CompareTo(right.Line));
        return reading;
    }

    private void Understand(ConfigurationEntry root)
    {
        Format = Recognise(root);
        Options = Pool == GossipPool.Wan && Format == ConfigurationFormat.Consul
            ? MembershipOptions.Wan : MembershipOptions.Lan;
        switch (Format)
        {
            case ConfigurationFormat.Consul:
                Options = Options with { ReconnectTimeout = TimeSpan.FromHours(72) }; // Consul's default; Serf's is 24.
                ReadConsul(root);
                break;
            case ConfigurationFormat.SerfAgent: ReadSerfAgent(root); break;
            default: ReadSection(root); break;
        }

        if (!IsJson && Format != ConfigurationFormat.Consul)
        {
            Say(0, ConfigurationNoteKind.Fault, "", "Serf and memberlist read JSON only: begin with a brace");
        }

        CheckTogether();
    }

    private static ConfigurationFormat Recognise(ConfigurationEntry root)
    {
        var keys = root.Entries.Select(entry => entry.Key).ToList();
        if (keys.Any(key => GossipKey.All.Any(known => known.Go == key)))
        {
            return ConfigurationFormat.Memberlist;
        }

        if (keys.Any(key => GossipKey.All.Any(known => known.Snake == key)))
        {
            return ConfigurationFormat.SerfProfile;
        }

        return keys.Any(SerfWords.IsOnlySerfs) ? ConfigurationFormat.SerfAgent : ConfigurationFormat.Consul;
    }

    private void ReadConsul(ConfigurationEntry root)
    {
        foreach (var entry in root.Entries)
        {
            if (entry.Key == SectionName)
            {
                ReadConsulSection(entry);
            }
            else if (entry.Key == (Pool == GossipPool.Lan ? "reconnect_timeout" : "reconnect_timeout_wan"))
            {
                ReadReconnectTimeout(entry);
            }
            else
            {
                Say(entry.Line, ConfigurationNoteKind.Ignored, entry.Key, ConsulWords.WhyIgnored(entry.Key, Pool));
            }
        }

        if (Section is null)
        {
            Say(0, ConfigurationNoteKind.Ignored, "", $"there is no {SectionName}: Consul's defaults are taken");
        }
    }

    private void ReadConsulSection(ConfigurationEntry entry)
    {
        if (entry.Kind is not (ConfigurationKind.Block or ConfigurationKind.List))
        {
            Say(entry.Line, ConfigurationNoteKind.Fault, entry.Key, "must be a block in braces");
            return;
        }

        ReadSection(entry);
    }

    private void ReadReconnectTimeout(ConfigurationEntry entry)
    {
        if (!GoDuration.TryParse(entry.Value, out var span) || span < TimeSpan.FromHours(8)
            || span > TimeSpan.FromDays(30))
        {
            Say(entry.Line, ConfigurationNoteKind.Fault, entry.Key,
                "must be a duration in quotes, of 8h or more (Consul) and of 720h or less (here)");
            return;
        }

        Options = Options with { ReconnectTimeout = span };
        Say(entry.Line, ConfigurationNoteKind.Taken, entry.Key, GoDuration.Write(span));
    }

    private void ReadSerfAgent(ConfigurationEntry root)
    {
        foreach (var entry in root.Entries)
        {
            if (entry.Key != "profile")
            {
                Say(entry.Line, SerfWords.IsKnown(entry.Key)
                    ? ConfigurationNoteKind.Ignored : ConfigurationNoteKind.Fault, entry.Key,
                    SerfWords.WhyIgnored(entry.Key));
                continue;
            }

            var profile = entry.Value switch
            {
                "lan" => MembershipOptions.Lan,
                "wan" => MembershipOptions.Wan,
                "local" => MembershipOptions.Local,
                _ => null,
            };
            Options = profile ?? Options;
            Say(entry.Line, profile is null ? ConfigurationNoteKind.Fault : ConfigurationNoteKind.Taken, entry.Key,
                profile is null ? $"«{entry.Value}» is none of lan, wan, local"
                    : $"{entry.Value}, as memberlist has it");
        }
    }

    private void ReadSection(ConfigurationEntry section)
    {
        if (Section is { } before)
        {
            Say(section.Line, ConfigurationNoteKind.Warning, section.Key,
                $"stands twice; keys of line {section.Line} count where both set them (the first is in line "
                + $"{before.Line})");
        }

        Section = section;
        foreach (var entry in section.Entries)
        {
            var key = GossipKey.All.FirstOrDefault(known => known.In(Format) == entry.Key);
            if (key is null || !key.IsKnownTo(Format))
            {
                Say(entry.Line, KeyWords.IsKnownElsewhere(entry.Key, Format)
                    ? ConfigurationNoteKind.Ignored : ConfigurationNoteKind.Fault,
                    entry.Key, KeyWords.WhyNot(entry.Key, Format));
                continue;
            }

            if (Find(key) is { } earlier)
            {
                Say(entry.Line, ConfigurationNoteKind.Warning, entry.Key,
                    $"is set in line {earlier.Line} already; this one counts");
            }

            Take(key, entry);
        }
    }

    private void Take(GossipKey key, ConfigurationEntry entry)
    {
        var before = Options;
        if (key.WithCount is { } withCount)
        {
            if (entry.Kind != ConfigurationKind.Number
                || !int.TryParse(
                    entry.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
            {
                Say(entry.Line, ConfigurationNoteKind.Fault, entry.Key, "must be a whole number without quotes");
                return;
            }

            Options = withCount(Options, count);
        }
        else if (FindSpan(entry) is { } span)
        {
            Options = key.WithSpan!(Options, span); // It is one or the other.
        }
        else
        {
            Say(entry.Line, ConfigurationNoteKind.Fault, entry.Key, Format == ConfigurationFormat.Memberlist
                ? "must be nanoseconds, as Go writes a duration, or a duration in quotes, for example \"500ms\""
                : "must be a duration in quotes, for example \"500ms\" or \"1m30s\"");
            return;
        }

        _set.Add((key, entry));
        if (Options.Faults().FirstOrDefault(fault => fault.Name == key.Property) is { } wrong
            && key.Property != nameof(MembershipOptions.ProbeTimeout))
        {
            Say(entry.Line, ConfigurationNoteKind.Fault, entry.Key, $"{wrong.Value} is not within {wrong.Allowed}");
            Options = before;
            return;
        }

        Say(entry.Line, ConfigurationNoteKind.Taken, entry.Key, entry.Value);
    }

    private TimeSpan? FindSpan(ConfigurationEntry entry)
    {
        if (entry.Kind == ConfigurationKind.Text && GoDuration.TryParse(entry.Value, out var span))
        {
            return span;
        }

        return Format == ConfigurationFormat.Memberlist && entry.Kind == ConfigurationKind.Number
            && long.TryParse(entry.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var nanoseconds)
            ? TimeSpan.FromTicks(nanoseconds / 100) : null;
    }

    // What no line shows alone.
    private void CheckTogether()
    {
        var line = _set.Where(one => one.Key.Snake is "probe_timeout" or "probe_interval")
            .Select(one => one.Entry.Line).DefaultIfEmpty(Section?.Line ?? 0).Max();
        var (timeout, interval) = (GoDuration.Write(Options.ProbeTimeout), GoDuration.Write(Options.ProbeInterval));
        if (Options.ProbeTimeout < TimeSpan.FromMilliseconds(1))
        {
            Say(line, ConfigurationNoteKind.Fault, "probe_timeout", $"{timeout} is not within 1ms to probe_interval");
        }
        else if (Options.ProbeTimeout > Options.ProbeInterval)
        {
            Say(line, ConfigurationNoteKind.Fault, "probe_timeout",
                $"a probe of {interval} ends before its timeout of {timeout}: no helper would ever be asked. "
                + "Make probe_timeout less than probe_interval");
        }
        else if (Options.ProbeTimeout == Options.ProbeInterval)
        {
            Say(line, ConfigurationNoteKind.Warning, "probe_timeout", $"is as long as probe_interval, {interval}: "
                + "helpers are asked when the probe is over, and cannot answer in time");
        }

        if (Options.SuspicionMultiplier <= 2 && _set.Find(one => one.Key.Snake == "suspicion_mult").Entry is { } low)
        {
            Say(low.Line, ConfigurationNoteKind.Warning, low.Key,
                "at 2 or less a suspicion waits for no second opinion: it lasts the shortest time");
        }
    }

    private void Say(int line, ConfigurationNoteKind kind, string key, string text)
    {
        if (_notes.Count < MostNotes || kind == ConfigurationNoteKind.Fault && _notes.Count < 2 * MostNotes)
        {
            _notes.Add(new ConfigurationNote(line, kind, key, text));
        }
    }
}
