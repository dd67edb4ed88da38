using System.Globalization;
using GossipLab.Core.Protocol;

namespace GossipLab.Benchmarks.RealNodes;

/// <summary>Nodes as processes, in a folder that goes with them.</summary>
public sealed class ChildCluster : IDisposable
{
    private readonly List<ChildNode> _nodes = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gossiplab-nodes");

    /// <summary>Asks them.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>The nodes that were made.</summary>
    public IReadOnlyList<ChildNode> Nodes => _nodes;

    /// <summary>Makes a node.</summary>
    /// <param name="contact">Whom it asks to be let in; null for nobody.</param>
    /// <param name="flags">Its settings.</param>
    public ChildNode Add(ChildNode? contact, params string[] flags)
    {
        string[] join = contact is null ? [] : ["--join", contact.Address];
        var node = new ChildNode(
            string.Create(CultureInfo.InvariantCulture, $"n{_nodes.Count}"), Client, [.. join, .. flags]);
        _nodes.Add(node);
        return node;
    }

    /// <summary>A folder of its own for a node's data.</summary>
    /// <param name="name">What it is called.</param>
    public string FolderOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Starts so many, and waits until all know all.</summary>
    /// <param name="count">How many.</param>
    /// <param name="flags">Their settings.</param>
    public async Task StartAsync(int count, params string[] flags)
    {
        Add(null, flags).Start();
        await UntilUpAsync(_nodes[0]);
        for (var index = 1; index < count; index++)
        {
            Add(_nodes[0], flags).Start();
        }

        foreach (var node in _nodes)
        {
            await UntilUpAsync(node);
        }

        foreach (var node in _nodes)
        {
            await UntilBelievedAsync(_nodes.Where(other => other != node), node, MemberState.Alive);
        }
    }

    private static Task<TimeSpan> UntilUpAsync(ChildNode node) => ChildNode.UntilAsync(() =>
    {
        node.MoveIfPortTaken();
        return node.IsUpAsync();
    });

    /// <summary>Waits until some believe something of another.</summary>
    /// <returns>How long it took.</returns>
    public static Task<TimeSpan> UntilBelievedAsync(
        IEnumerable<ChildNode> observers, ChildNode subject, MemberState state)
    {
        var waiting = observers.ToList();
        return ChildNode.UntilAsync(async () =>
        {
            while (waiting.Count > 0 && await waiting[^1].BeliefOfAsync(subject) == state)
            {
                waiting.RemoveAt(waiting.Count - 1);
            }

            return waiting.Count == 0;
        });
    }

    /// <summary>Waits until all hold a value.</summary>
    /// <returns>How long it took.</returns>
    public Task<TimeSpan> UntilAllHoldAsync(string value)
    {
        var waiting = _nodes.ToList();
        return ChildNode.UntilAsync(async () =>
        {
            while (waiting.Count > 0 && await waiting[^1].GetAsync() == value)
            {
                waiting.RemoveAt(waiting.Count - 1);
            }

            return waiting.Count == 0;
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _nodes.ForEach(node => node.Dispose());
        Client.Dispose();
        _folder.Delete(recursive: true);
    }
}
