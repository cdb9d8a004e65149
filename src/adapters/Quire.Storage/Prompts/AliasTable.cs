using Quire.Core.Prompts;
using Quire.Storage.Sessions;

namespace Quire.Storage.Prompts;

/// <inheritdoc cref="IAliases"/>
internal sealed class AliasTable(Db db) : IAliases
{
    private const string One = $"SELECT {AliasRow.Columns} FROM aliases WHERE prompt_id = @promptId AND name = @name AND project_id = @projectId";
    private const string Named = $"SELECT {AliasRow.Columns} FROM aliases WHERE project_id = @projectId AND name = @name ORDER BY prompt_id";
    private const string Upsert =
        "INSERT INTO aliases (project_id, prompt_id, name, number, updated_at) VALUES (@ProjectId, @PromptId, @Name, @Number, @at) "
        + "ON CONFLICT (prompt_id, name) DO UPDATE SET number = excluded.number, updated_at = excluded.updated_at WHERE aliases.project_id = excluded.project_id";
    private const string Deletion = "DELETE FROM aliases WHERE prompt_id = @promptId AND name = @name AND project_id = @projectId";
    private const string LastEpoch = "SELECT sequence FROM alias_epochs WHERE project_id = @projectId AND name = @name";
    private const string NewEpoch =
        "INSERT INTO alias_epochs (project_id, name, sequence) VALUES (@projectId, @name, @sequence) "
        + "ON CONFLICT (project_id, name) DO UPDATE SET sequence = excluded.sequence";

    public Alias? Find(long projectId, long promptId, string name) => db.Find<AliasRow>(One, new { projectId, promptId, name })?.ToAlias();

    // The plus keeps SQLite from walking all aliases of the project by the other index.
    public IReadOnlyList<Alias> List(long projectId, IReadOnlyCollection<long> promptIds) =>
        db.Query<AliasRow>(
            $"SELECT {AliasRow.Columns} FROM aliases WHERE {db.Dialect.In("prompt_id", "@ids")} AND +project_id = @projectId ORDER BY prompt_id, name",
            new { projectId, ids = db.Dialect.List(promptIds) }).ConvertAll(row => row.ToAlias());

    public IReadOnlyList<Alias> ListByName(long projectId, string name) =>
        db.Query<AliasRow>(Named, new { projectId, name }).ConvertAll(row => row.ToAlias());

    public void Set(Alias alias)
    {
        var at = Micros.From(alias.UpdatedAt);
        if (db.Execute(Upsert, new { alias.ProjectId, alias.PromptId, alias.Name, alias.Number, at }) == 0)
            throw new InvalidOperationException($"Project {alias.ProjectId} has no prompt {alias.PromptId}.");
    }

    public bool Remove(long projectId, long promptId, string name) => db.Execute(Deletion, new { projectId, promptId, name }) > 0;

    public long Epoch(long projectId, string name) => db.Find<long?>(LastEpoch, new { projectId, name }) ?? 0;

    public void SetEpoch(long projectId, string name, long sequence) => db.Execute(NewEpoch, new { projectId, name, sequence });
}
