using Npgsql;

namespace Quire.Bench.Search;

/// <summary>A tsvector with a GIN index in a table of its own, as PostgreSQL's manual shows it: ts_rank over all matches. It gets the words that Quire's index has.</summary>
internal sealed class BareTsvector : IBareIndex
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _find;

    public BareTsvector(string connectionString)
    {
        _connection = new NpgsqlConnection(connectionString + ";Command Timeout=0");
        _connection.Open();
        if (!IsBuilt())
            Build();
        _find = Query("SELECT id FROM bare WHERE words @@ CAST($1 AS tsquery) ORDER BY ts_rank(words, CAST($1 AS tsquery)) DESC LIMIT 20");
        _find.Prepare();
    }

    public string Description => "tsvector with GIN, ORDER BY ts_rank DESC LIMIT 20";

    public int Find(IEnumerable<string> words)
    {
        _find.Parameters[0].Value = Match(words);
        return Rows.Read(_find);
    }

    public long Count(IEnumerable<string> words)
    {
        using var count = Query("SELECT count(*) FROM bare WHERE words @@ CAST($1 AS tsquery)");
        count.Parameters[0].Value = Match(words);
        return (long)count.ExecuteScalar()!;
    }

    public bool Optimize() => false;

    public string Sizes() => (string)new NpgsqlCommand(
        """
        SELECT format('words %s (of which GIN %s), documents %s, whole database %s; bare index with its table %s', pg_size_pretty(pg_total_relation_size('search_words')),
          pg_size_pretty(pg_relation_size('search_words_by_word')), pg_size_pretty(pg_total_relation_size('search_documents')),
          pg_size_pretty(pg_database_size(current_database())), pg_size_pretty(pg_total_relation_size('bare')))
        """, _connection).ExecuteScalar()!;

    public void Dispose()
    {
        _find.Dispose();
        _connection.Dispose();
    }

    private bool IsBuilt()
    {
        using var look = new NpgsqlCommand("SELECT to_regclass('bare') IS NOT NULL", _connection);
        return (bool)look.ExecuteScalar()!;
    }

    private void Build()
    {
        Run("CREATE TABLE bare (id bigint PRIMARY KEY, words tsvector NOT NULL)");
        Run("INSERT INTO bare SELECT prompt_id, words FROM search_words ORDER BY prompt_id");
        Run("SET maintenance_work_mem = '1GB'");
        Run("CREATE INDEX bare_words ON bare USING gin (words)");
        // What autovacuum does after so many inserts.
        foreach (var table in (string[])["bare", "search_words", "search_documents", "search_deferred", "aliases", "prompts", "versions"])
            Run($"VACUUM ANALYZE {table}");
    }

    private static string Match(IEnumerable<string> words) => string.Join(" & ", words.Select(word => $"'{word}'"));

    private NpgsqlCommand Query(string sql)
    {
#pragma warning disable CA2100 // The texts are constants of this class.
        var command = new NpgsqlCommand(sql, _connection);
#pragma warning restore CA2100
        command.Parameters.Add(new NpgsqlParameter<string>());
        return command;
    }

    private void Run(string sql)
    {
#pragma warning disable CA2100 // The texts are constants of this class.
        using var command = new NpgsqlCommand(sql, _connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
