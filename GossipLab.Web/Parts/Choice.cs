namespace GossipLab.Web.Parts;

/// <summary>One of the choices of a bar.</summary>
/// <param name="Value">What it stands for.</param>
/// <param name="Text">What people read.</param>
/// <param name="TestId">What tests find it by.</param>
public sealed record Choice<TValue>(TValue Value, string Text, string TestId)
{
    /// <summary>A longer text shown on hover.</summary>
    public string? Hint { get; init; }

    /// <summary>A number beside the text.</summary>
    public int? Count { get; init; }

    /// <summary>Whether it cannot be chosen now.</summary>
    public bool IsDisabled { get; init; }
}
