using System.Text.Json;
using Microsoft.Data.Sqlite;
using Quire.Core.Search;

namespace Quire.Bench.Search;

/// <summary>FTS5 in a file of its own, as its manual shows it: bm25 over all matches. It gets the words that Quire's index has, and a reader's settings.</summary>
internal sealed class BareFts5 : IBareIndex
{
    private readonly SqliteConnection _bare;
    private readonly SqliteCommand _find;
    private readonly string _folder;

    public BareFts5(string folder)
    {
        _folder = folder;
        _bare = Open(Path.Combine(folder, "bare.db"));
        Run(_bare, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; CREATE VIRTUAL TABLE bare USING fts5 (words, content='', tokenize='ascii')");
        Copy();
        Run(_bare, "PRAGMA cache_size = -8192; PRAGMA wal_checkpoint(TRUNCATE)");
        _find = Query("SELECT rowid FROM bare WHERE bare MATCH @match ORDER BY rank LIMIT 20");
    }

    public string Description => "FTS5, ORDER BY rank LIMIT 20";

    public int Find(IEnumerable<string> words)
    {
        _find.Parameters["@match"].Value = Match(words);
        return Rows.Read(_find);
    }

    public long Count(IEnumerable<string> words)
    {
        using var count = Query("SELECT count(*) FROM bare WHERE bare MATCH @match");
        count.Parameters["@match"].Value = Match(words);
        return (long)count.ExecuteScalar()!;
    }

    public bool Optimize()
    {
        Run(_bare, "INSERT INTO bare (bare) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE)");
        return true;
    }

    public string Sizes()
    {
        using var store = Open(Path.Combine(_folder, "quire.db"), SqliteOpenMode.ReadOnly);
        var index = Number(store, "SELECT sum(length(block)) FROM search_words_data");
        var documents = Number(store, "SELECT sum(length(CAST(path AS blob)) + length(CAST(description AS blob)) + length(tags) + length(marks) + length(CAST(body AS blob)) + 20) FROM search_documents");
        var bare = Number(_bare, "SELECT sum(length(block)) FROM bare_data") + Number(_bare, "SELECT sum(length(sz) + 8) FROM bare_docsize");
        return FormattableString.Invariant($"words {index / 1e6:N0} MB, documents {documents / 1e6:N0} MB, whole database {Number(store, "PRAGMA page_count") * 4096 / 1e6:N0} MB; bare index {bare / 1e6:N0} MB");
    }

    public void Dispose()
    {
        _find.Dispose();
        _bare.Dispose();
    }

    private void Copy()
    {
        using var store = Open(Path.Combine(_folder, "quire.db"), SqliteOpenMode.ReadOnly);
        using var select = store.CreateCommand();
        select.CommandText = "SELECT prompt_id, path, description, tags, marks, body FROM search_documents ORDER BY prompt_id";
        using var rows = select.ExecuteReader();
        using var transaction = _bare.BeginTransaction();
        using var insert = _bare.CreateCommand();
        insert.CommandText = "INSERT INTO bare (rowid, words) VALUES (@id, @words)";
        insert.Parameters.AddWithValue("@id", 0L);
        insert.Parameters.AddWithValue("@words", "");
        while (rows.Read())
        {
            insert.Parameters["@id"].Value = rows.GetInt64(0);
            insert.Parameters["@words"].Value = string.Join(' ', Document(rows).Words());
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private static SearchDocument Document(SqliteDataReader row) => new()
    {
        PromptId = row.GetInt64(0),
        ProjectId = 0,
        Number = 1,
        Path = row.GetString(1),
        Description = row.GetString(2),
        Tags = JsonSerializer.Deserialize<string[]>(row.GetString(3))!,
        Marks = row.GetString(4).Split(' '),
        Body = row.GetString(5),
    };

    private static string Match(IEnumerable<string> words) => string.Join(" AND ", words.Select(word => $"\"{word}\""));

    private SqliteCommand Query(string sql)
    {
        var command = _bare.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("@match", "");
        return command;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
