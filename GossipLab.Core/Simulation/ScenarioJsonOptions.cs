using System.Globalization;
using GossipLab.Core.Dissemination;
using GossipLab.Core.Values;

namespace GossipLab.Core.Simulation;

/// <summary>The settings of nodes and network in a scenario file.</summary>
internal static class ScenarioJsonOptions
{
    private static readonly ValueOptions UsualValue = new();
    private static readonly DisseminationOptions UsualSpread = new();
    private static readonly NetworkOptions UsualNetwork = new();
    private static readonly LatencyOptions UsualLatency = new();

    /// <summary>Writes how values are kept, where it is not the usual way.</summary>
    public static void Write(ScenarioJsonFields json, ValueOptions value)
    {
        if (value == UsualValue)
        {
            return;
        }

        json.PutObject("value", fields =>
        {
            fields.Put("initial", value.InitialValue, UsualValue.InitialValue);
            fields.Put("tieBreak", value.TieBreak, UsualValue.TieBreak);
            fields.Put("boundGenerations", value.BoundGenerations, UsualValue.BoundGenerations);
            fields.Put("needsMajority", value.NeedsMajority, UsualValue.NeedsMajority);
            fields.Put("maxGenerationJump", value.MaxGenerationJump, UsualValue.MaxGenerationJump);
        });
    }

    /// <summary>Reads how values are kept.</summary>
    public static ValueOptions ReadValue(ScenarioJsonObject? json)
    {
        if (json is null)
        {
            return UsualValue;
        }

        var value = new ValueOptions
        {
            InitialValue = json.Whole("initial", UsualValue.InitialValue),
            TieBreak = json.Member("tieBreak", UsualValue.TieBreak),
            BoundGenerations = json.Flag("boundGenerations", UsualValue.BoundGenerations),
            NeedsMajority = json.Flag("needsMajority", UsualValue.NeedsMajority),
            MaxGenerationJump = json.Whole("maxGenerationJump", UsualValue.MaxGenerationJump),
        };
        json.Finish();
        return value;
    }

    /// <summary>Writes how the value spreads.</summary>
    public static void Write(ScenarioJsonFields json, DisseminationOptions spread) =>
        json.PutObject("dissemination", fields =>
        {
            fields.Put("mode", spread.Mode);
            fields.Put("fanOut", spread.FanOut);
            fields.Put("intervalMs", spread.Interval);
            fields.Put("peers", spread.Peers, UsualSpread.Peers);
            fields.Put("stop", spread.Stop, UsualSpread.Stop);
            fields.Put("stopAfter", spread.StopAfter, UsualSpread.StopAfter);
            fields.Put("phase", spread.Phase, UsualSpread.Phase);
            fields.Put("pushUnwritten", spread.PushUnwritten, UsualSpread.PushUnwritten);
        });

    /// <summary>Reads how the value spreads.</summary>
    public static DisseminationOptions ReadSpread(ScenarioJsonObject? json)
    {
        if (json is null)
        {
            return UsualSpread;
        }

        var spread = new DisseminationOptions
        {
            Mode = json.Member("mode", UsualSpread.Mode),
            FanOut = json.Count("fanOut", UsualSpread.FanOut),
            Interval = json.Span("intervalMs", UsualSpread.Interval),
            Peers = json.Member("peers", UsualSpread.Peers),
            Stop = json.Member("stop", UsualSpread.Stop),
            StopAfter = json.Count("stopAfter", UsualSpread.StopAfter),
            Phase = json.Member("phase", UsualSpread.Phase),
            PushUnwritten = json.Flag("pushUnwritten", UsualSpread.PushUnwritten),
        };
        json.Finish();
        return spread;
    }

    /// <summary>Writes the network.</summary>
    public static void Write(ScenarioJsonFields json, NetworkOptions network) => json.PutObject("network", fields =>
    {
        Write(fields, network.Latency);
        fields.Put("loss", network.Loss);
        fields.Put("duplicate", network.Duplicate, UsualNetwork.Duplicate);
        fields.Put("reorder", network.Reorder, UsualNetwork.Reorder);
        fields.Put("reorderByMs", network.ReorderBy, UsualNetwork.ReorderBy);
        fields.Put("zones", network.Zones, UsualNetwork.Zones);
        if (network.ZoneLatency.Count > 0)
        {
            fields.PutList("zoneLatencyMs", network.ZoneLatency.Select(
                span => ScenarioJsonScalar.MillisecondsOf(span).ToString(CultureInfo.InvariantCulture)));
        }
    });

    /// <summary>Reads the network.</summary>
    public static NetworkOptions ReadNetwork(ScenarioJsonObject? json)
    {
        if (json is null)
        {
            return UsualNetwork;
        }

        var network = new NetworkOptions
        {
            Latency = ReadLatency(json.Child("latency")) ?? UsualLatency,
            Loss = json.Chance("loss", UsualNetwork.Loss),
            Duplicate = json.Chance("duplicate", UsualNetwork.Duplicate),
            Reorder = json.Chance("reorder", UsualNetwork.Reorder),
            ReorderBy = json.Span("reorderByMs", UsualNetwork.ReorderBy),
            Zones = json.Count("zones", UsualNetwork.Zones),
            ZoneLatency = json.Spans("zoneLatencyMs"),
        };
        json.Finish();
        return network;
    }

    /// <summary>Writes a latency; none is left out.</summary>
    public static void Write(ScenarioJsonFields json, LatencyOptions? latency)
    {
        if (latency is null)
        {
            return;
        }

        json.PutObject("latency", fields =>
        {
            fields.Put("kind", latency.Kind);
            fields.Put("baseMs", latency.Base);
            fields.Put("spreadMs", latency.Spread);
            fields.Put("sigmaPercent", latency.SigmaPercent, UsualLatency.SigmaPercent);
        });
    }

    /// <summary>Reads a latency; null where there is none.</summary>
    public static LatencyOptions? ReadLatency(ScenarioJsonObject? json)
    {
        if (json is null)
        {
            return null;
        }

        var latency = new LatencyOptions
        {
            Kind = json.Member("kind", UsualLatency.Kind),
            Base = json.Span("baseMs", UsualLatency.Base),
            Spread = json.Span("spreadMs", UsualLatency.Spread),
            SigmaPercent = json.Count("sigmaPercent", UsualLatency.SigmaPercent),
        };
        json.Finish();
        return latency;
    }
}
