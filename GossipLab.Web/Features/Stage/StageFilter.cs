namespace GossipLab.Web.Features.Stage;

/// <summary>What stays bright on the stage while the rest fades. The numbers are those of the frame format.</summary>
public sealed record StageFilter
{
    /// <summary>Which fills.</summary>
    public IReadOnlyList<int>? Slots { get; init; }

    /// <summary>Which rings.</summary>
    public IReadOnlyList<int>? Rings { get; init; }

    /// <summary>Which kinds of messages.</summary>
    public IReadOnlyList<int>? Kinds { get; init; }

    /// <summary>Nodes with a fill.</summary>
    public static StageFilter OfSlot(int slot) => new() { Slots = [slot] };

    /// <summary>Nodes with a ring.</summary>
    public static StageFilter OfRing(int ring) => new() { Rings = [ring] };

    /// <summary>Messages of some kinds.</summary>
    public static StageFilter OfKinds(params int[] kinds) => new() { Kinds = kinds };
}
