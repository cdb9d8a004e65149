using Quire.Core.Prompts;
using Quire.Storage.Sessions;

namespace Quire.Storage.Prompts;

/// <inheritdoc cref="IProtectedAliases"/>
internal sealed class ProtectedAliasTable(Db db) : IProtectedAliases
{
    private const string All = "SELECT pattern FROM protected_aliases WHERE project_id = @projectId ORDER BY pattern";
    private const string Insertion = "INSERT INTO protected_aliases (project_id, pattern) VALUES (@projectId, @pattern) ON CONFLICT (project_id, pattern) DO NOTHING";
    private const string Deletion = "DELETE FROM protected_aliases WHERE project_id = @projectId AND pattern = @pattern";

    public IReadOnlyList<string> List(long projectId) => db.Query<string>(All, new { projectId });

    public void Add(long projectId, string pattern) => db.Execute(Insertion, new { projectId, pattern });

    public void Remove(long projectId, string pattern) => db.Execute(Deletion, new { projectId, pattern });
}
