using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GossipLab.Core.Experiments;
using GossipLab.Core.Simulation;
using Microsoft.Data.Sqlite;

namespace GossipLab.Web.Sweeps;

/// <summary>
/// Sweeps on disk, run by run, in one SQLite file. A process that is killed loses the runs of its last moment and no
/// others. The oldest sweeps make room.
/// </summary>
public sealed class SweepArchive : IDisposable
{
    /// <summary>The most sweeps that are kept.</summary>
    public const int MostSweeps = 100;

    private const string Tables = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        CREATE TABLE IF NOT EXISTS sweeps (id TEXT PRIMARY KEY, plan TEXT NOT NULL, begun INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS runs (
            sweep TEXT NOT NULL, point INTEGER NOT NULL, run INTEGER NOT NULL, result TEXT NOT NULL,
            PRIMARY KEY (sweep, point, run)) WITHOUT ROWID;
        """;

    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;

    // A connection serves one caller at a time: the workers' keeper and the page that lists.
    private readonly Lock _turn = new();

    /// <summary>Opens an archive, and makes it where there is none.</summary>
    /// <param name="path">The file; null for one that lives in memory only.</param>
    /// <param name="time">The clock of «begun at».</param>
    /// <exception cref="IOException">The file cannot be made or is no archive; the message says which.</exception>
    public SweepArchive(string? path, TimeProvider time)
    {
        (_time, IsOnDisk) = (time, path is not null);
        var source = new SqliteConnectionStringBuilder { DataSource = path ?? ":memory:", Pooling = false };
        _connection = new SqliteConnection(source.ToString());
        try
        {
            if (path is not null && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            _connection.Open();
            Run(Tables);
        }
        catch (Exception wrong) when (wrong is SqliteException or UnauthorizedAccessException)
        {
            _connection.Dispose();
            throw new IOException($"sweeps cannot be kept in {path}: {wrong.Message}", wrong);
        }
    }

    /// <summary>Where sweeps are kept unless told otherwise.</summary>
    public static string UsualPath => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "gossiplab", "sweeps.db");

    /// <summary>Whether what is kept outlives the process.</summary>
    public bool IsOnDisk { get; }

    /// <summary>The id of a plan: the same plan played by the same engine has the same.</summary>
    public static string IdOf(SweepPlan plan)
    {
        var text = $"{Scenario.EngineVersion}\n{SweepJson.Write(plan)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    /// <summary>Takes a sweep up where it was left, or begins it.</summary>
    /// <param name="plan">A sound plan.</param>
    public SweepLedger Open(SweepPlan plan)
    {
        var ledger = new SweepLedger(plan);
        var id = IdOf(plan);
        lock (_turn)
        {
            Run("INSERT OR IGNORE INTO sweeps VALUES ($id, $plan, $begun)",
                ("$id", id), ("$plan", SweepJson.Write(plan)), ("$begun", _time.GetUtcNow().ToUnixTimeMilliseconds()));
            MakeRoom(id);
            using var command = Command("SELECT point, run, result FROM runs WHERE sweep = $id", ("$id", id));
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                // What this program wrote is a result; what somebody else changed by hand is an error of theirs.
                var result = JsonSerializer.Deserialize<RunResult>(reader.GetString(2))!;
                ledger.Add(new SweepCell(reader.GetInt32(0), reader.GetInt32(1)), result);
            }
        }

        return ledger;
    }

    /// <summary>The plan of a kept sweep, or null.</summary>
    /// <param name="id">Its id.</param>
    public SweepPlan? Find(string id) => List().FirstOrDefault(kept => kept.Id == id)?.Plan;

    /// <summary>Keeps what was found, all of it or nothing.</summary>
    /// <param name="id">The sweep.</param>
    /// <param name="findings">Its runs.</param>
    public void Keep(string id, IReadOnlyList<SweepFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        lock (_turn)
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var (cell, result) in findings)
            {
                Run("INSERT OR IGNORE INTO runs VALUES ($id, $point, $run, $result)", ("$id", id),
                    ("$point", cell.Point), ("$run", cell.Run), ("$result", JsonSerializer.Serialize(result)));
            }

            transaction.Commit();
        }
    }

    /// <summary>What is kept, the newest first. Plans of another version of the file are left out.</summary>
    public IReadOnlyList<KeptSweep> List()
    {
        var list = new List<KeptSweep>();
        lock (_turn)
        {
            using var command = Command("""
                SELECT id, plan, begun, (SELECT count(*) FROM runs WHERE sweep = id) FROM sweeps
                ORDER BY begun DESC, id
                """);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                if (SweepJson.Read(reader.GetString(1), out _) is { } plan)
                {
                    var begun = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2));
                    list.Add(new KeptSweep(reader.GetString(0), plan, reader.GetInt32(3), begun));
                }
            }
        }

        return list;
    }

    /// <summary>Forgets a sweep and its runs.</summary>
    /// <param name="id">Its id; an unknown one changes nothing.</param>
    public void Forget(string id)
    {
        lock (_turn)
        {
            Run("DELETE FROM runs WHERE sweep = $id; DELETE FROM sweeps WHERE id = $id", ("$id", id));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void MakeRoom(string newest)
    {
        Run(string.Create(CultureInfo.InvariantCulture, $"""
            DELETE FROM sweeps WHERE id <> $id AND id NOT IN (
                SELECT id FROM sweeps WHERE id <> $id ORDER BY begun DESC, id LIMIT {MostSweeps - 1});
            DELETE FROM runs WHERE sweep NOT IN (SELECT id FROM sweeps);
            """), ("$id", newest));
    }

    private void Run(string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(text, parameters);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every text is one of the constants above; values go in as parameters.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
