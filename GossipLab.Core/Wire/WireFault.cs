namespace GossipLab.Core.Wire;

/// <summary>Why bytes are no message.</summary>
public enum WireFault : byte
{
    /// <summary>They are one.</summary>
    None,

    /// <summary>They are longer than <see cref="WireCodec.MaxBytes"/>.</summary>
    TooLong,

    /// <summary>They do not begin as messages do.</summary>
    NotOurs,

    /// <summary>They are of a version that is not understood.</summary>
    Version,

    /// <summary>They end too early.</summary>
    Truncated,

    /// <summary>Something follows the message.</summary>
    Trailing,

    /// <summary>There is no such kind of message, or of news.</summary>
    Kind,

    /// <summary>A number is out of its range.</summary>
    Number,

    /// <summary>A name is none, is too long, or there is no room for one more.</summary>
    Name,

    /// <summary>There are more pieces of news than a message may carry.</summary>
    TooMuchNews,

    /// <summary>It is for somebody else, or says that it comes from its receiver.</summary>
    Misdirected,
}
