using Quire.Core.Organisations;
using Quire.Storage.Sessions;

namespace Quire.Storage.Organisations;

/// <inheritdoc cref="IProjects"/>
internal sealed class ProjectTable(Db db) : IProjects
{
    private const string ByName = $"SELECT {ProjectRow.Columns} FROM projects WHERE organisation_id = @organisationId AND name = @name";
    private const string All = $"SELECT {ProjectRow.Columns} FROM projects WHERE organisation_id = @organisationId ORDER BY name";
    private const string Insertion =
        "INSERT INTO projects (organisation_id, name, default_branch, created_at) VALUES (@organisationId, @name, @defaultBranch, @at) RETURNING id";
    private const string Count = "SELECT collected FROM projects WHERE id = @projectId";
    private const string Counting = "UPDATE projects SET collected = collected + 1 WHERE organisation_id = @organisationId AND id = @projectId";
    private const string NewBranch = "UPDATE projects SET default_branch = @branch WHERE organisation_id = @organisationId AND id = @projectId";

    public Project? Find(long organisationId, string name) => db.Find<ProjectRow>(ByName, new { organisationId, name })?.ToProject();

    public IReadOnlyList<Project> List(long organisationId) => db.Query<ProjectRow>(All, new { organisationId }).ConvertAll(row => row.ToProject());

    public Project Add(long organisationId, string name, string defaultBranch, DateTimeOffset now)
    {
        var at = Micros.From(now);
        var id = db.Find<long>(Insertion, new { organisationId, name, defaultBranch, at });
        return new Project(id, organisationId, name, defaultBranch, Micros.ToTime(at));
    }

    public long Sweeps(long projectId) => db.Find<long>(Count, new { projectId });

    public void CountSweep(long organisationId, long projectId) => db.Execute(Counting, new { organisationId, projectId });

    public void SetDefaultBranch(long organisationId, long projectId, string branch)
    {
        if (db.Execute(NewBranch, new { organisationId, projectId, branch }) == 0)
            throw new InvalidOperationException($"Organisation {organisationId} has no project {projectId}.");
    }
}
