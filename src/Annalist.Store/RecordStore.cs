using Dapper;
using Microsoft.Data.Sqlite;

namespace Annalist.Store;

/// <summary>
/// The record on disk: one SQLite file. One writer at a time (others wait), any number of readers beside it, in this process and others.
/// All members may be called from several threads. A process that is killed leaves every report either wholly written or not at all.
/// </summary>
public sealed partial class RecordStore : IDisposable
{
    private const int BusySeconds = 30;
    private readonly Lock gate = new();
    private readonly SqliteConnection writer;
    private readonly PreparedCommands prepared;
    private readonly FindingWriter rows;
    private readonly Settling settling;
    private readonly string connectionString;

    private RecordStore(string path, string connectionString, SqliteConnection writer)
    {
        Path = path;
        this.connectionString = connectionString;
        this.writer = writer;
        prepared = new PreparedCommands(writer);
        rows = new FindingWriter(prepared);
        settling = new Settling(writer, rows);
    }

    /// <summary>The file, as given.</summary>
    public string Path { get; }

    /// <summary>Opens a record, creating it when there is none and bringing an older one to the present schema.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <exception cref="RecordException">The file is something else, damaged, written by a newer program, or cannot be written.</exception>
    public static RecordStore Open(string path) => Open(path, create: true);

    /// <summary>Opens a record that must be there.</summary>
    /// <exception cref="RecordException">There is none, or as <see cref="Open(string)"/>.</exception>
    public static RecordStore OpenExisting(string path) => Open(path, create: false);

    /// <summary>True when the file is a record of this program, whatever its age.</summary>
    public static bool IsRecord(string path)
    {
        if (!File.Exists(path)) return false;
        try
        {
            using RecordStore store = OpenExisting(path);
            return true;
        }
        catch (RecordException)
        {
            return false;
        }
    }

    /// <summary>Closes the file. Queries that are still being read end first.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            prepared.Dispose();
            writer.Dispose();
            using var pooled = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(pooled);
        }
    }

    private static RecordStore Open(string path, bool create)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!create && !File.Exists(path)) throw new RecordException($"there is no record at {path}", "read reports into one first: annalist read INPUT --record " + path);
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new RecordException($"the folder {folder} does not exist", "create it, or name a file in another folder with --record");
        }
        Schema.CheckFile(path);
        string connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
            Pooling = true,
        }.ConnectionString;
        var writer = new SqliteConnection(connectionString);
        try
        {
            return Guarded(path, () =>
            {
                writer.Open();
                Schema.Prepare(writer, path);
                // In WAL mode a commit without a flush can be lost with the power, but the file stays whole.
                writer.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536");
                return new RecordStore(path, connectionString, writer);
            });
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Says in plain words what the database says in numbers.</summary>
    private static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw Plain(path, e);
        }
    }

    private static RecordException Plain(string path, SqliteException e) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => new RecordException($"{path} is damaged: {e.Message}", "restore it from a copy, or read the reports again into a fresh record", e),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new RecordException($"{path} is being written by another program", "wait until it has ended, then try again", e),
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => new RecordException($"{path} cannot be opened for writing: {e.Message}", "check the permissions of the file and its folder, or name another file with --record", e),
        SQLitePCL.raw.SQLITE_FULL => new RecordException($"the disk is full: {path}", "make room and run the same command again: it goes on where it was", e),
        SQLitePCL.raw.SQLITE_IOERR => new RecordException($"{path} could not be read or written: {e.Message}", "check the disk, then run the same command again", e),
        _ => new RecordException($"{path}: {e.Message}", "if the file was changed by another program, restore it from a copy", e),
    };
}
