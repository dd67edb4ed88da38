using System.Runtime.CompilerServices;
using GossipLab.Core.Primitives;
using GossipLab.Core.Protocol;

namespace GossipLab.Core.Membership;

/// <summary>
/// Where one node keeps what it believes: at most one record for each number. The rules are written against it, so that
/// a node that runs alone keeps its own records (<see cref="DenseTable"/>), and those of a simulation share what they
/// agree on. All orders are by number: whatever is drawn is drawn from numbers.
/// </summary>
public abstract class MemberTable : IRoster
{
    private CountByMark _countByMark;
    private readonly int _maxMembers;

    /// <summary>An empty table.</summary>
    /// <param name="maxMembers">Members with a number below it fit in; at least 1.</param>
    protected MemberTable(int maxMembers) => _maxMembers = maxMembers;

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public int Places { get; private set; }

    /// <inheritdoc/>
    public NodeId this[int place]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)Places, nameof(place));
            var id = new NodeId(place);
            return MarkOf(id) > 0 ? id : NodeId.None;
        }
    }

    /// <summary>How many members are believed to be in a state.</summary>
    /// <param name="state">The state.</param>
    public int CountOf(MemberState state) => _countByMark[(int)state + 1];

    /// <summary>Whether somebody's number fits in.</summary>
    /// <param name="id">Anything.</param>
    public bool Fits(NodeId id) => (uint)id.Index < (uint)_maxMembers;

    /// <summary>Whether there is a record.</summary>
    /// <param name="id">Anything.</param>
    public bool Knows(NodeId id) => MarkOf(id) > 0;

    /// <inheritdoc/>
    public bool IsLive(NodeId id) => MarkOf(id) == (byte)MemberState.Alive + 1;

    /// <summary>What is believed of somebody; null where nothing is known.</summary>
    /// <param name="id">Anything.</param>
    public MemberState? StateOf(NodeId id)
    {
        var mark = MarkOf(id);
        return mark == 0 ? null : (MemberState)(mark - 1);
    }

    /// <summary>
    /// A number for what is told of a member, where what was heard is remembered; below 0 where it is not.
    /// </summary>
    /// <param name="news">What is told.</param>
    internal virtual int FactOf(in MemberUpdate news) => -1;

    /// <summary>Whether a fact was heard, so that it cannot change anything.</summary>
    /// <param name="fact">Its number.</param>
    internal virtual bool HasHeard(int fact) => false;

    /// <summary>A fact about somebody else was heard, and what it could change is changed.</summary>
    /// <param name="fact">Its number.</param>
    /// <param name="news">What it tells.</param>
    internal virtual void NoteHeard(int fact, in MemberUpdate news)
    {
    }

    /// <summary>Asks for the memory of what was heard.</summary>
    internal virtual void BringHeardNear()
    {
    }

    /// <summary>Asks for the memory of a record.</summary>
    /// <param name="id">Whose.</param>
    internal virtual void BringNear(NodeId id)
    {
    }

    /// <summary>A table of its own with the same in it.</summary>
    internal abstract MemberTable Copy();

    /// <summary>What is believed of somebody, in which incarnation.</summary>
    /// <param name="id">Anything.</param>
    /// <param name="incarnation">The incarnation that is believed of.</param>
    /// <returns>The state; null where nothing is known.</returns>
    internal abstract MemberState? StateOf(NodeId id, out Incarnation incarnation);

    /// <summary>The record of somebody.</summary>
    /// <param name="id">Anything.</param>
    /// <param name="member">The record, where there is one.</param>
    /// <returns>Whether there is one.</returns>
    public abstract bool TryFind(NodeId id, out Member member);

    /// <summary>All records, by number.</summary>
    public Member[] AllMembers()
    {
        var members = new Member[Count];
        var count = 0;
        for (var place = 0; count < members.Length; place++)
        {
            count += TryFind(new NodeId(place), out members[count]) ? 1 : 0;
        }

        return members;
    }

    /// <summary>All records as a message carries them, by number.</summary>
    /// <param name="from">Who tells them.</param>
    public virtual MemberUpdates AllRecords(NodeId from)
    {
        var members = AllMembers();
        return new MemberUpdates(Array.ConvertAll(members, member => member.ToUpdate(from)), members.Length);
    }

    /// <summary>Makes the records of those who are known from the beginning: alive, at incarnation 1.</summary>
    /// <param name="known">Who; those who have a record keep it.</param>
    /// <param name="now">Since when.</param>
    public virtual void AddFounders(ReadOnlySpan<NodeId> known, Instant now)
    {
        foreach (var id in known)
        {
            if (!Knows(id))
            {
                Add(Founder(id, now));
            }
        }
    }

    /// <summary>
    /// Goes through what another node told, leaving out what this one believes already, where that is known at once.
    /// </summary>
    /// <param name="records">What was told.</param>
    /// <param name="cursor">How far it got; 0 to begin.</param>
    /// <param name="record">The next record.</param>
    /// <returns>Whether there was one.</returns>
    internal virtual bool TryNextToHear(in MemberUpdates records, ref int cursor, out MemberUpdate record)
    {
        var items = records.Items;
        record = cursor < items.Length ? items[cursor] : default;
        return cursor++ < items.Length;
    }

    /// <summary>
    /// Whether everybody speaks what all that are alive understand, here and there (memberlist's verifyProtocol).
    /// </summary>
    /// <param name="records">What another node told.</param>
    internal virtual bool AgreeOnVersions(in MemberUpdates records) => VersionAgreement.Holds(this, records.Items);

    /// <summary>Makes a record.</summary>
    /// <param name="member">The record of somebody who fits in and is unknown.</param>
    public void Add(in Member member)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)member.Id.Index, (uint)_maxMembers, nameof(member));
        Places = Math.Max(Places, member.Id.Index + 1);
        CountIn(member.State);
        Write(member);
    }

    /// <summary>Replaces a record.</summary>
    /// <param name="member">The record of somebody who is known.</param>
    public void Set(in Member member)
    {
        CountOut((MemberState)(MarkOf(member.Id) - 1));
        CountIn(member.State);
        Write(member);
    }

    /// <summary>Forgets members that are dead or left for longer than some time; never the node itself.</summary>
    /// <param name="before">Those that are gone since before this moment.</param>
    /// <param name="self">The node.</param>
    /// <param name="reaped">The forgotten are added to it, by number.</param>
    public void Reap(Instant before, NodeId self, List<Member> reaped)
    {
        var place = -1;
        for (var gone = CountOf(MemberState.Dead) + CountOf(MemberState.Left); gone > 0; gone--)
        {
            place = NextGone(place);
            if (TryFind(new NodeId(place), out var member) && member.Since < before && member.Id != self)
            {
                reaped.Add(member);
                CountOut(member.State);
                Erase(member.Id);
            }
        }
    }

    /// <summary>Passes how many there are through a tape.</summary>
    private protected void PassCounts(StateTape tape)
    {
        (Count, Places) = (tape.Pass(Count), tape.Pass(Places));
        for (var mark = 0; mark < (int)MemberState.Left + 2; mark++)
        {
            _countByMark[mark] = tape.Pass(_countByMark[mark]);
        }
    }

    /// <summary>A record of somebody who was there from the beginning.</summary>
    internal static Member Founder(NodeId id, Instant now) =>
        new(id, MemberState.Alive, Incarnation.Zero.Next, now)
        {
            Address = NodeAddress.Of(id),
            Versions = ProtocolVersions.Current,
        };

    /// <summary>One more than the state of somebody; 0 where nothing is known.</summary>
    private protected abstract byte MarkOf(NodeId id);

    private protected abstract void Write(in Member member);

    private protected abstract void Erase(NodeId id);

    /// <summary>The next number above one whose owner is dead or left. There is one.</summary>
    private protected virtual int NextGone(int place)
    {
        do
        {
            place++;
        }
        while (MarkOf(new NodeId(place)) <= (byte)MemberState.Suspect + 1);
        return place;
    }

    /// <summary>Counts members that are alive and whose records came from elsewhere.</summary>
    private protected void AddAlive(int count, int places)
    {
        _countByMark[(int)MemberState.Alive + 1] += count;
        Count += count;
        Places = Math.Max(Places, places);
    }

    private void CountIn(MemberState state)
    {
        _countByMark[(int)state + 1]++;
        Count++;
    }

    private void CountOut(MemberState state)
    {
        _countByMark[(int)state + 1]--;
        Count--;
    }

    [InlineArray((int)MemberState.Left + 2)]
    private struct CountByMark
    {
        private int _count;
    }
}
