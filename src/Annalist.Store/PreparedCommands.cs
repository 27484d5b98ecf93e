using Microsoft.Data.Sqlite;

namespace Annalist.Store;

/// <summary>Statements that run for every finding, compiled once for a connection: compiling anew each time costs more than running.</summary>
internal sealed class PreparedCommands(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    /// <summary>Runs a statement.</summary>
    /// <param name="text">The statement; its parameters are given by place.</param>
    /// <param name="transaction">The transaction that it belongs to.</param>
    /// <param name="values">Values in the order in which the parameters first stand in the statement.</param>
    public void Execute(string text, SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Bound(text, transaction, values).ExecuteNonQuery();

    /// <summary>Runs a statement that gives one number or nothing.</summary>
    /// <returns>The number, or null when there is no row or it is null.</returns>
    public long? Number(string text, SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Bound(text, transaction, values).ExecuteScalar() as long?;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SqliteCommand command in commands.Values) command.Dispose();
        commands.Clear();
    }

    private SqliteCommand Bound(string text, SqliteTransaction transaction, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(text, out SqliteCommand? command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
            foreach (string name in Names(text)) command.Parameters.Add(new SqliteParameter { ParameterName = name });
            commands.Add(text, command);
        }
        if (values.Length != command.Parameters.Count) throw new ArgumentException($"{values.Length} values for {command.Parameters.Count} parameters of: {text}", nameof(values));
        command.Transaction = transaction;
        for (int i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private static List<string> Names(string text)
    {
        var names = new List<string>();
        for (int at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            int end = at + 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
            string name = text[at..end];
            if (!names.Contains(name)) names.Add(name);
        }
        return names;
    }
}
