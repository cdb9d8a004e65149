using Quire.Core.Lineage;
using Quire.Storage.Sessions;

namespace Quire.Storage.Lineage;

/// <inheritdoc cref="IRuns"/>
internal sealed class RunTable(Db db) : IRuns
{
    private const string One = $"SELECT {RunRow.Columns} FROM runs r WHERE r.organisation_id = @organisationId AND r.run_id = @id";
    private const string Versions = "run_uses u JOIN versions v ON v.prompt_id = u.prompt_id AND v.number = u.number JOIN prompts p ON p.id = u.prompt_id JOIN projects j ON j.id = p.project_id";
    private const string OfRun = $"SELECT {RunUseRow.Columns} FROM {Versions} WHERE u.run = @run ORDER BY j.name, p.path, u.number";
    private const string Measured = "SELECT name AS Key, value AS Value FROM run_metrics WHERE run = @run ORDER BY name";
    private const string Insertion =
        "INSERT INTO runs (organisation_id, run_id, kind, title, parameters, actor, request_hash, created_at, finished_at) "
        + "VALUES (@OrganisationId, @RunId, @Kind, @Title, @Parameters, @Actor, @RequestHash, @CreatedAt, @FinishedAt) RETURNING id";
    private const string End = "UPDATE runs SET finished_at = @at WHERE id = @run AND organisation_id = @organisationId AND finished_at IS NULL";

    private static readonly Insert NewUses = new("run_uses", ["run", "prompt_id", "number"]);
    private static readonly Insert NewMetrics = new("run_metrics", ["run", "name", "value"]);

    public Run? Find(long organisationId, string id) => db.Find<RunRow>(One, new { organisationId, id })?.ToRun();

    public IReadOnlyList<Run> List(long organisationId, RunFilter filter, long? before, int limit)
    {
        var kind = filter.Kind is null ? "" : " AND r.kind = @kind";
        var end = filter.Finished switch { null => "", true => " AND r.finished_at IS NOT NULL", false => " AND r.finished_at IS NULL" };
        var sql = $"SELECT {RunRow.Columns} FROM runs r WHERE r.organisation_id = @organisationId{kind}{end} AND r.id < @before ORDER BY r.id DESC LIMIT @limit";
        return Runs(sql, new { organisationId, kind = filter.Kind?.ToString(), before = before ?? long.MaxValue, limit });
    }

    public IReadOnlyList<Run> ListUsing(long organisationId, long promptId, long number, long? before, int limit) => Runs(
        $"SELECT {RunRow.Columns} FROM run_uses u JOIN runs r ON r.id = u.run WHERE u.prompt_id = @promptId AND u.number = @number "
        + "AND r.organisation_id = @organisationId AND u.run < @before ORDER BY u.run DESC LIMIT @limit",
        new { organisationId, promptId, number, before = before ?? long.MaxValue, limit });

    public IReadOnlyList<RunSight> Sights(IReadOnlyCollection<long> runs) => db.Query<RunSight>(
        "SELECT DISTINCT u.run AS Run, j.name AS Project, v.layer AS Layer, v.scope AS Scope, n.layer AS NewestLayer, n.scope AS NewestScope "
        + $"FROM {Versions} JOIN versions n ON n.prompt_id = p.id AND n.number = p.last_number WHERE {db.Dialect.In("u.run", "@runs")}",
        new { runs = db.Dialect.List(runs) });

    public IReadOnlyList<RunUse> Uses(long run) => db.Query<RunUseRow>(OfRun, new { run }).ConvertAll(row => row.ToUse());

    public IReadOnlyDictionary<string, double> Metrics(long run) =>
        db.Query<(string Name, double Value)>(Measured, new { run }).ToDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal);

    public Run Add(Run run, IReadOnlyCollection<(long PromptId, long Number)> uses)
    {
        var row = db.Find<long>(Insertion, RunRow.Of(run));
        db.Insert(NewUses, uses.Select(use => new object?[] { row, use.PromptId, use.Number }));
        return run with { Row = row };
    }

    public void AddMetrics(long run, IReadOnlyDictionary<string, double> metrics) =>
        db.Insert(NewMetrics, metrics.Select(metric => new object?[] { run, metric.Key, metric.Value }));

    public void Finish(long organisationId, long run, DateTimeOffset at) => db.Execute(End, new { organisationId, run, at = Micros.From(at) });

    private List<Run> Runs(string sql, object parameters) => db.Query<RunRow>(sql, parameters).ConvertAll(row => row.ToRun());
}
