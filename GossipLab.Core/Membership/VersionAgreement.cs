using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// Whether everybody speaks what all that are alive understand, here and there (memberlist's verifyProtocol).
/// </summary>
internal static class VersionAgreement
{
    public static bool Holds(MemberTable table, ReadOnlySpan<MemberUpdate> records)
    {
        byte highestMin = 0;
        var lowestMax = byte.MaxValue;
        foreach (ref readonly var record in records)
        {
            Narrow(record.State, record.Versions, ref highestMin, ref lowestMax);
        }

        for (var place = 0; place < table.Places; place++)
        {
            if (table.TryFind(new NodeId(place), out var member))
            {
                Narrow(member.State, member.Versions, ref highestMin, ref lowestMax);
            }
        }

        foreach (ref readonly var record in records)
        {
            if (record.Versions.Spoken < highestMin || record.Versions.Spoken > lowestMax)
            {
                return false;
            }
        }

        for (var place = 0; place < table.Places; place++)
        {
            if (table.TryFind(new NodeId(place), out var member)
                && (member.Versions.Spoken < highestMin || member.Versions.Spoken > lowestMax))
            {
                return false;
            }
        }

        return true;
    }

    private static void Narrow(MemberState state, ProtocolVersions versions, ref byte highestMin, ref byte lowestMax)
    {
        if (state == MemberState.Alive && versions.IsStated)
        {
            highestMin = Math.Max(highestMin, versions.Min);
            lowestMax = Math.Min(lowestMax, versions.Max);
        }
    }
}
