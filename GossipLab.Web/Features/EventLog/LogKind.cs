namespace GossipLab.Web.Features.EventLog;

/// <summary>The kinds of events a reader may single out.</summary>
internal enum LogKind
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>What was done to the cluster.</summary>
    Commands,

    /// <summary>What nodes hold.</summary>
    Values,

    /// <summary>What nodes believe of each other.</summary>
    Beliefs,

    /// <summary>Probes, their helpers, and a node's own health.</summary>
    Probes,

    /// <summary>Messages sent and arrived.</summary>
    Messages,

    /// <summary>Messages that did not arrive.</summary>
    Losses,
}
