namespace GossipLab.Web.Features.Parameters;

/// <summary>All settings of a run, in the order of the panel.</summary>
internal static class ParameterCatalog
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ParameterField> All { get; } =
    [
        DetectorFields.Kind, .. SpreadFields.Protocol, .. SpreadFields.Spread, .. DetectorFields.All,
        .. AntiEntropyFields.All, .. NetworkFields.All,
    ];

    /// <summary>A heading as people read it.</summary>
    public static string NameOf(ParameterGroup group) => group switch
    {
        ParameterGroup.Protocol => "Protocol",
        ParameterGroup.Spread => "Dissemination",
        ParameterGroup.Detector => "Failure detector",
        ParameterGroup.AntiEntropy => "News and anti-entropy",
        _ => "Network",
    };
}
