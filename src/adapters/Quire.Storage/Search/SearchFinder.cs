using System.Data.Common;
using Quire.Core.Search;
using Quire.Storage.Sessions;

namespace Quire.Storage.Search;

/// <summary>Looks into the index.</summary>
internal sealed class SearchFinder(Db db)
{
    private const string Columns = "d.prompt_id, d.project_id, d.layer, d.scope, d.number, d.path, d.description, d.tags";
    private readonly ISearchWords _words = db.Dialect.SearchWords;

    /// <inheritdoc cref="ISearchIndex.Find"/>
    public SearchWindow Find(SearchLookUp lookUp, int limit)
    {
        if (_words.KnowsWhoSees)
            return Together(lookUp, limit);
        var values = new StatementValues();
        var state = Ask(Looking(lookUp, values), values, static rows => State(rows));
        return new SearchWindow(state, state.Projects.Count == 0 ? [] : Newest(lookUp, state.Projects, limit));
    }

    // What is searched, and the newest matches in it, on one way to the database.
    private SearchWindow Together(SearchLookUp lookUp, int limit)
    {
        var values = new StatementValues();
        var looking = Looking(lookUp, values);
        return Ask($"{looking}; {Finding(lookUp, [], limit, values)}", values, rows =>
        {
            var state = State(rows);
            rows.NextResult();
            return new SearchWindow(state, Read(rows, lookUp, state.Projects, limit, limit).Found);
        });
    }

    // Nearly always nearly all of the newest matches are seen. Where the index must not be asked for what is seen without need, they are looked through first,
    // but not for long: there might be none among very many.
    private List<SearchCandidate> Newest(SearchLookUp lookUp, IReadOnlyList<SearchProject> projects, int limit)
    {
        if (lookUp.Terms.Any(term => !term.IsExcluded))
        {
            var (found, isAll) = Newest(lookUp, projects, [], limit, lookUp.Scan);
            if (isAll)
                return found;
        }
        return Newest(lookUp, projects, lookUp.Borders(projects), limit, limit).Found;
    }

    private (List<SearchCandidate> Found, bool IsAll) Newest(SearchLookUp lookUp, IReadOnlyList<SearchProject> projects, IReadOnlyList<IReadOnlyList<string>> borders, int limit, int most)
    {
        var values = new StatementValues();
        return Ask(Finding(lookUp, borders, most, values), values, rows => Read(rows, lookUp, projects, limit, most));
    }

    private T Ask<T>(string query, StatementValues values, Func<DbDataReader, T> read) => db.Prepared(query, (values, read), static (command, state) =>
    {
        state.values.BindTo(command);
        command.Prepare();
        using var rows = command.ExecuteReader();
        return state.read(rows);
    });

    private string Looking(SearchLookUp lookUp, StatementValues values) =>
        "SELECT p.id, p.name, o.sequence, (SELECT q.sequence FROM search_deferred q WHERE q.project_id = p.id"
        + (lookUp.TenantScopes is { } scopes ? $" AND (q.tenant = '' OR {db.Dialect.In("q.tenant", values.Add(db.Dialect.List(scopes)))})" : "")
        + $" ORDER BY q.sequence LIMIT 1) FROM organisations o LEFT JOIN projects p ON p.organisation_id = o.id{Reached(lookUp, values)} WHERE o.id = {values.Add(lookUp.OrganisationId)}";

    private string Reached(SearchLookUp lookUp, StatementValues values) =>
        (lookUp.Project is { } name ? $" AND p.name = {values.Add(name)}" : "")
        + (lookUp.ReachedProjects is { } names ? $" AND {db.Dialect.In("p.name", values.Add(db.Dialect.List(names)))}" : "");

    private string Finding(SearchLookUp lookUp, IReadOnlyList<IReadOnlyList<string>> borders, int most, StatementValues values)
    {
        var columns = $"{Columns}, {_words.Beginning("d.body", values.Add((long)lookUp.Head))}";
        // The plus keeps SQLite from looking for the words once for each prompt that has the alias. Where nothing waits, no row is looked up for that.
        var conditions = $"AND (NOT (SELECT EXISTS (SELECT 1 FROM search_deferred)) OR NOT EXISTS (SELECT 1 FROM search_deferred q WHERE q.prompt_id = {_words.Key}))"
            + (lookUp.Alias is { } alias ? $" AND EXISTS (SELECT 1 FROM aliases a WHERE a.prompt_id = +{_words.Key} AND a.name = {values.Add(alias)})" : "");
        return _words.Newest(lookUp, borders, most, columns, conditions, values);
    }

    private static SearchState State(DbDataReader rows)
    {
        var projects = new List<SearchProject>();
        long sequence = 0;
        while (rows.Read())
        {
            sequence = rows.GetInt64(2);
            if (!rows.IsDBNull(0))
                projects.Add(new SearchProject(rows.GetInt64(0), rows.GetString(1), rows.IsDBNull(3) ? null : rows.GetInt64(3)));
        }
        return new SearchState(sequence, projects);
    }

    // Of so many of the newest matches, those that are seen; and whether there are enough or no others.
    private static (List<SearchCandidate> Found, bool IsAll) Read(DbDataReader rows, SearchLookUp lookUp, IReadOnlyList<SearchProject> projects, int limit, int most)
    {
        var reached = projects.Select(project => project.Id).ToHashSet();
        var found = new List<SearchCandidate>();
        var read = 0;
        while (found.Count < limit && rows.Read())
        {
            read++;
            var (layer, scope) = (rows.IsDBNull(2) ? null : rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetString(3));
            if (reached.Contains(rows.GetInt64(1)) && lookUp.Sees(layer, scope))
                found.Add(Candidate(rows, layer, scope));
        }
        return (found, found.Count == limit || read < most);
    }

    private static SearchCandidate Candidate(DbDataReader row, string? layer, string? scope) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(4), row.GetString(5), row.GetString(6), DocumentRow.ReadTags(row.GetString(7)), row.GetString(8)) { Layer = layer, Scope = scope };
}
