using Quire.Core.Prompts;
using Quire.Storage.Sessions;

namespace Quire.Storage.Prompts;

/// <inheritdoc cref="IPrompts"/>
internal sealed class PromptTable(Db db) : IPrompts
{
    private const string ByPath = $"SELECT {PromptRow.Columns} FROM prompts p WHERE p.project_id = @projectId AND p.path = @path";
    private const string ById = $"SELECT {PromptRow.Columns} FROM prompts p WHERE p.id = @promptId AND p.project_id = @projectId";
    private const string ByOldPath =
        $"SELECT {PromptRow.Columns} FROM redirects r JOIN prompts p ON p.id = r.prompt_id WHERE r.project_id = @projectId AND r.old_path = @oldPath";
    private const string Standing = "SELECT count(*) FROM prompts WHERE project_id = @projectId AND latest_number IS NOT NULL";
    private const string AllIds = "SELECT id FROM prompts WHERE project_id = @projectId ORDER BY id";
    private const string Insertion =
        "INSERT INTO prompts (organisation_id, project_id, path, file_path, tip_blob, last_number, latest_number, created_at, updated_at) "
        + "VALUES (@OrganisationId, @ProjectId, @Path, @FilePath, @TipBlob, @LastNumber, @LatestNumber, @CreatedAt, @UpdatedAt) RETURNING id";
    private const string Change =
        "UPDATE prompts SET path = @Path, file_path = @FilePath, tip_blob = @TipBlob, last_number = @LastNumber, latest_number = @LatestNumber, "
        + "updated_at = @UpdatedAt WHERE id = @Id AND project_id = @ProjectId";
    private const string Redirection =
        "INSERT INTO redirects (project_id, old_path, prompt_id) VALUES (@projectId, @oldPath, @promptId) "
        + "ON CONFLICT (project_id, old_path) DO UPDATE SET prompt_id = excluded.prompt_id";
    private const string OldPaths = "SELECT old_path FROM redirects WHERE project_id = @projectId AND prompt_id = @promptId ORDER BY old_path";

    public Prompt? Find(long projectId, string path) => db.Find<PromptRow>(ByPath, new { projectId, path })?.ToPrompt();

    public Prompt? Get(long projectId, long promptId) => db.Find<PromptRow>(ById, new { projectId, promptId })?.ToPrompt();

    public Prompt? FindMoved(long projectId, string oldPath) => db.Find<PromptRow>(ByOldPath, new { projectId, oldPath })?.ToPrompt();

    public IReadOnlyList<PromptEntry> List(long projectId, string prefix, string? after, int limit)
    {
        var range = NameRange.Of(prefix, after);
        var sql = $"SELECT {PromptRow.Columns}, {VersionRow.Columns} FROM prompts p JOIN versions v ON v.prompt_id = p.id AND v.number = p.latest_number "
            + $"WHERE p.project_id = @projectId AND p.latest_number IS NOT NULL AND {range.Condition("p.path")} ORDER BY p.path LIMIT @limit";
        return db.Entries(sql, new { projectId, lower = range.Lower, upper = range.Upper, limit });
    }

    public IReadOnlyList<Prompt> ListDeleted(long projectId, string? after, int limit) => List("p.tip_blob IS NULL AND p.last_number > 0 AND ", projectId, after, limit);

    public IReadOnlyList<Prompt> ListAll(long projectId, string? after, int limit) => List("", projectId, after, limit);

    // Prompts that made room for another one have a path that no address can name.
    private IReadOnlyList<Prompt> List(string condition, long projectId, string? after, int limit)
    {
        var range = NameRange.Of("", after);
        var sql = $"SELECT {PromptRow.Columns} FROM prompts p WHERE p.project_id = @projectId AND {condition}"
            + $"p.path NOT LIKE '%#%' AND {range.Condition("p.path")} ORDER BY p.path LIMIT @limit";
        return [.. db.Query<PromptRow>(sql, new { projectId, lower = range.Lower, upper = range.Upper, limit }).Select(row => row.ToPrompt())];
    }

    public long Count(long projectId) => db.Find<long>(Standing, new { projectId });

    public IReadOnlyList<long> Ids(long projectId) => db.Query<long>(AllIds, new { projectId });

    public Prompt Add(Prompt prompt)
    {
        var row = PromptRow.Of(prompt);
        row.Id = db.Find<long>(Insertion, row);
        return row.ToPrompt();
    }

    public void Update(Prompt prompt)
    {
        if (db.Execute(Change, PromptRow.Of(prompt)) == 0)
            throw new InvalidOperationException($"Project {prompt.ProjectId} has no prompt {prompt.Id}.");
    }

    public void AddRedirect(long projectId, string oldPath, long promptId) => db.Execute(Redirection, new { projectId, oldPath, promptId });

    public IReadOnlyList<string> Redirects(long projectId, long promptId) => db.Query<string>(OldPaths, new { projectId, promptId });
}
