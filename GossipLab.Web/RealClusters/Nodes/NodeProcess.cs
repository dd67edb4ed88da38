using System.Diagnostics;

namespace GossipLab.Web.RealClusters.Nodes;

/// <summary>
/// A node as a process of its own. It ends when its input ends, so it never outlives this process; what it says is kept
/// in a bounded number of lines.
/// </summary>
internal sealed class NodeProcess : INodeRunner
{
    private const int MostLines = 20;

    private readonly Process _process;
    private readonly TaskCompletionSource<NodeEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly Queue<string> _words = new();
    private DeathWatch? _watch;
    private bool _isOver;

    private NodeProcess(Process process)
    {
        _process = process;
        ProcessId = process.Id;
        _ = FollowAsync();
    }

    public int? ProcessId { get; }

    public Task<NodeEnd> Ended => _ended.Task;

    /// <summary>Starts it.</summary>
    /// <param name="start">The program, its arguments and its environment.</param>
    /// <exception cref="InvalidOperationException">The program could not be started; the message says why.</exception>
    public static NodeProcess Start(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            return new NodeProcess(
                Process.Start(start) ?? throw new InvalidOperationException("no process was started"));
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new InvalidOperationException($"{start.FileName} could not be started: {fault.Message}", fault);
        }
    }

    public void Kill() => Act(() => _process.Kill());

    public string? Pause()
    {
        if (!Signals.AreKnown)
        {
            return "this system cannot let a process stand still";
        }

        Act(() =>
        {
            _watch ??= new DeathWatch(_process.Id);
            Signals.Stop(_process.Id);
        });
        return null;
    }

    public void Resume() => Act(() =>
    {
        Signals.Continue(_process.Id);
        _watch?.Dispose();
        _watch = null;
    });

    public void Leave() => Act(() =>
    {
        if (Signals.AreKnown)
        {
            Signals.Leave(_process.Id);
        }
        else
        {
            _process.StandardInput.Close();
        }
    });

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _ended.Task.ConfigureAwait(false);
        _process.Dispose();
    }

    // The lock keeps a signal from reaching a process that was reaped, whose number may be another's by now.
    private void Act(Action act)
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                act();
            }
        }
    }

    private async Task FollowAsync()
    {
        var words = Task.WhenAll(HearAsync(_process.StandardOutput), HearAsync(_process.StandardError));
        await _process.WaitForExitAsync().ConfigureAwait(false);
        lock (_lock)
        {
            _isOver = true;
            _watch?.Dispose();
            _watch = null;
        }

        await words.ConfigureAwait(false);
        lock (_lock)
        {
            _ended.TrySetResult(new NodeEnd(_process.ExitCode, _words.Count == 0 ? "" : _words.Last()));
        }
    }

    private async Task HearAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lock (_lock)
            {
                _words.Enqueue(line);
                if (_words.Count > MostLines)
                {
                    _words.Dequeue();
                }
            }
        }
    }
}
