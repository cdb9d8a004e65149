using Quire.Core.Prompts;
using Quire.Storage.Sessions;

namespace Quire.Storage.Prompts;

/// <inheritdoc cref="IAnnotations"/>
internal sealed class AnnotationTable(Db db) : IAnnotations
{
    private const string This = "prompt_id = @promptId AND number = @number AND key = @key AND project_id = @projectId";
    private const string One = $"SELECT {AnnotationRow.Columns} FROM annotations WHERE {This}";
    private const string Deletion = $"DELETE FROM annotations WHERE {This}";
    private const string Upsert =
        "INSERT INTO annotations (project_id, prompt_id, number, key, value) VALUES (@ProjectId, @PromptId, @Number, @Key, @Value) "
        + "ON CONFLICT (prompt_id, number, key) DO UPDATE SET value = excluded.value WHERE annotations.project_id = excluded.project_id";

    public Annotation? Find(long projectId, long promptId, long number, string key) =>
        db.Find<AnnotationRow>(One, new { projectId, promptId, number, key })?.ToAnnotation();

    public IReadOnlyList<Annotation> List(long projectId, IReadOnlyCollection<long> promptIds) =>
        db.Query<AnnotationRow>(
            $"SELECT {AnnotationRow.Columns} FROM annotations WHERE {db.Dialect.In("prompt_id", "@ids")} AND project_id = @projectId ORDER BY prompt_id, number, key",
            new { projectId, ids = db.Dialect.List(promptIds) }).ConvertAll(row => row.ToAnnotation());

    public void Set(Annotation annotation)
    {
        if (db.Execute(Upsert, annotation) == 0)
            throw new InvalidOperationException($"Project {annotation.ProjectId} has no prompt {annotation.PromptId}.");
    }

    public bool Remove(long projectId, long promptId, long number, string key) => db.Execute(Deletion, new { projectId, promptId, number, key }) > 0;
}
