using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Annalist.Store;

/// <summary>Brings a file to the present schema, and refuses files that are not ours.</summary>
internal static class Schema
{
    /// <summary>"Anna" in ASCII: tells our files from other SQLite files.</summary>
    public const int ApplicationId = 0x416E6E61;

    private const int FirstWithJudgements = 3;
    private static readonly byte[] Magic = "SQLite format 3\0"u8.ToArray();

    /// <summary>The newest schema that this program knows.</summary>
    public static int Version { get; } = Scripts().Count;

    /// <summary>Refuses what is certainly no record, before the database opens it.</summary>
    /// <exception cref="RecordException">The file is something else.</exception>
    public static void CheckFile(string path)
    {
        if (Directory.Exists(path)) throw new RecordException($"{path} is a folder, not a record", "name a file, such as annalist.db");
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0) return;
        Span<byte> head = stackalloc byte[Magic.Length];
        int read;
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path} cannot be read: {e.Message}", "check the file's permissions", e);
        }
        if (!head[..read].SequenceEqual(Magic)) throw NotOurs(path, "it is no SQLite file");
    }

    /// <summary>Creates or migrates; each version is one transaction.</summary>
    /// <exception cref="RecordException">The file belongs to another program or to a newer one.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        long application = connection.ExecuteScalar<long>("PRAGMA application_id");
        long version = connection.ExecuteScalar<long>("PRAGMA user_version");
        bool empty = connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master") == 0;
        if (application != ApplicationId && !(application == 0 && version == 0 && empty)) throw NotOurs(path, "it is the SQLite file of another program");
        if (version > Version)
        {
            throw new RecordException($"{path} was written by a newer Annalist (schema {version}; this one knows {Version})", "use that version, or read the reports into a fresh record");
        }
        if (version == Version) return;
        List<string> scripts = Scripts();
        for (int v = (int)version; v < Version; v++)
        {
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            // Another process may have migrated while this one waited for its turn.
            if (connection.ExecuteScalar<long>("PRAGMA user_version", transaction: transaction) == v)
            {
                connection.Execute(scripts[v], transaction: transaction);
                if (v + 1 == FirstWithJudgements) SettleAll(connection, transaction);
                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {v + 1}; PRAGMA application_id = {ApplicationId}"), transaction: transaction);
            }
            transaction.Commit();
        }
    }

    // What was accepted and is coded otherwise or no longer stands as a row from then on.
    private static void SettleAll(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var prepared = new PreparedCommands(connection);
        new Settling(connection, new FindingWriter(prepared)).All(transaction);
    }

    private static RecordException NotOurs(string path, string why) =>
        new($"{path} is no record of Annalist: {why}", "name another file with --record; the file was left as it is");

    private static List<string> Scripts()
    {
        Assembly assembly = typeof(Schema).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
