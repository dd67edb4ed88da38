using System.Runtime.CompilerServices;
using GossipLab.Web.Labs;
using GossipLab.Web.Parts;

namespace GossipLab.Web.Features.Presenter;

/// <summary>All presentations, by their labs. Each is forgotten with its lab: there are never more than labs.</summary>
/// <param name="time">The clock on the wall.</param>
public sealed class PresentationDesk(TimeProvider time)
{
    private readonly ConditionalWeakTable<Lab, Presentation> _presentations = [];

    /// <summary>The presentation of a lab, or null.</summary>
    public Presentation? Find(Lab? lab) =>
        lab is not null && _presentations.TryGetValue(lab, out var presentation) ? presentation : null;

    /// <summary>The presentation of a lab; begins one where there is none.</summary>
    public Presentation Begin(Lab lab, Func<ITalk> talk)
    {
        ArgumentNullException.ThrowIfNull(talk);
        return _presentations.GetValue(lab, shown => new Presentation(shown, talk(), time));
    }
}
