using GossipLab.Core.Protocol;

namespace GossipLab.Tests.TestKit;

/// <summary>News about members, written short.</summary>
internal static class News
{
    public static MemberUpdate Alive(int subject, uint incarnation) => MemberUpdate.Alive(
        new NodeId(subject), new Incarnation(incarnation), NodeAddress.Of(new NodeId(subject)));

    public static MemberUpdate Suspect(int subject, uint incarnation, int from) =>
        MemberUpdate.Suspect(new NodeId(subject), new Incarnation(incarnation), new NodeId(from));

    public static MemberUpdate Dead(int subject, uint incarnation, int from) =>
        MemberUpdate.Dead(new NodeId(subject), new Incarnation(incarnation), new NodeId(from));

    public static MemberUpdate Left(int subject, uint incarnation) => Dead(subject, incarnation, from: subject);
}
