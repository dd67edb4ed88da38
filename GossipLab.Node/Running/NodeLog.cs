using GossipLab.Core.Hosting;
using GossipLab.Core.Protocol;

namespace GossipLab.Node.Running;

/// <summary>What a node says while it runs.</summary>
internal static partial class NodeLog
{
    [LoggerMessage(1, LogLevel.Information, "Node {Name} listens at {Listens}; others reach it at {Address}")]
    public static partial void Listens(ILogger log, string name, string listens, string address);

    [LoggerMessage(2, LogLevel.Warning,
        "No secret is set, so it listens at the loopback only; --secret-file or --bind changes that")]
    public static partial void LoopbackOnly(ILogger log);

    [LoggerMessage(3, LogLevel.Warning,
        "No secret is set: whoever reaches {Listens} can say anything in this cluster's name")]
    public static partial void Open(ILogger log, string listens);

    [LoggerMessage(4, LogLevel.Warning, "Without a data folder (--data) the value is lost when the program ends")]
    public static partial void KeepsNothing(ILogger log);

    [LoggerMessage(5, LogLevel.Information, "It found {Value} of generation {Generation} on its disk")]
    public static partial void Found(ILogger log, long value, long generation);

    [LoggerMessage(6, LogLevel.Error, "Damaged state: {Damage}")]
    public static partial void Damaged(ILogger log, string damage);

    [LoggerMessage(7, LogLevel.Error, "The disk did not keep the state: {Reason}")]
    public static partial void NotKept(ILogger log, string reason);

    [LoggerMessage(8, LogLevel.Information, "It says goodbye")]
    public static partial void Leaves(ILogger log);

    [LoggerMessage(9, LogLevel.Information, "{Subject} is {State} (incarnation {Incarnation}; {Rule})")]
    public static partial void Believes(
        ILogger log, string? subject, MemberState state, long incarnation, string rule);

    [LoggerMessage(10, LogLevel.Information, "The value is {Value} (generation {Generation}, set by {Writer}; {Rule})")]
    public static partial void Holds(ILogger log, long value, long generation, string? writer, string rule);

    [LoggerMessage(11, LogLevel.Warning, "Another node is called {Subject} too; it is ignored ({From} told it)")]
    public static partial void Conflict(ILogger log, string? subject, string? from);

    [LoggerMessage(12, LogLevel.Information, "It refutes what was said of it: its incarnation is {Incarnation}")]
    public static partial void Refutes(ILogger log, long incarnation);

    /// <summary>Says what happened, where an operator wants to know it.</summary>
    public static void Tell(ILogger log, HostEvent what)
    {
        switch (what)
        {
            case { Kind: NodeEventKind.ValueChanged }:
                Holds(log, what.Value, what.Number, what.Subject, RuleNames.Of(what.Rule));
                break;
            case { Kind: NodeEventKind.BeliefChanged }:
                Believes(log, what.Subject, what.State, what.Number, RuleNames.Of(what.Rule));
                break;
            case { Rule: Rule.AliveConflict }:
                Conflict(log, what.Subject, what.From);
                break;
            case { Rule: Rule.SelfRefuted }:
                Refutes(log, what.Number);
                break;
        }
    }
}
