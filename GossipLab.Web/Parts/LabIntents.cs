using GossipLab.Core.Simulation;
using GossipLab.Web.Labs;
using MudBlazor;

namespace GossipLab.Web.Parts;

/// <summary>What every control that acts on a cluster does with the answer.</summary>
internal static class LabIntents
{
    /// <summary>Posts a command; where it cannot be carried out, says why.</summary>
    /// <returns>Whether it was taken.</returns>
    public static async Task<bool> PostOrTellAsync(this Lab lab, ClusterCommand command, ISnackbar snackbar)
    {
        if (await lab.PostAsync(command) is not { } fault)
        {
            return true;
        }

        snackbar.Add(UiSentence.Of(fault), Severity.Warning);
        return false;
    }
}
