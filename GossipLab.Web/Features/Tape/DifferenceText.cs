using GossipLab.Core.Simulation;
using GossipLab.Core.Simulation.Checkpoints;
using GossipLab.Web.Parts;
using GossipLab.Web.Words;

namespace GossipLab.Web.Features.Tape;

/// <summary>Where two branches part, in plain words.</summary>
internal static class DifferenceText
{
    /// <summary>The words.</summary>
    public static string Of(RunDifference found, Func<TraceEntry, string> describe)
    {
        if (!found.IsFound)
        {
            return found.IsComplete
                ? UiText.Difference.None(TimeText.Of(found.At)) : UiText.Difference.Unknown(TimeText.Of(found.At));
        }

        var here = found.First is { } first ? describe(first) : UiText.Difference.Nothing;
        var there = found.Second is { } second ? describe(second) : UiText.Difference.Nothing;
        var why = found.Cause is { } cause
            ? UiText.Difference.Because(CommandText.Of(cause.Command), TimeText.Of(cause.At)) : "";
        return UiText.Difference.Found(TimeText.Of(found.At), here, there, why);
    }
}
