using System.Text.Json;
using Quire.Core.Lineage;
using Quire.Storage.Sessions;

namespace Quire.Storage.Lineage;

/// <summary>A row of <c>runs</c>.</summary>
internal sealed class RunRow
{
    public const string Columns =
        "r.id, r.organisation_id AS OrganisationId, r.run_id AS RunId, r.kind, r.title, r.parameters, r.actor, r.request_hash AS RequestHash, "
        + "r.created_at AS CreatedAt, r.finished_at AS FinishedAt";

    public long Id { get; set; }

    public long OrganisationId { get; set; }

    public string RunId { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Title { get; set; } = "";

    public string Parameters { get; set; } = "";

    public string Actor { get; set; } = "";

    public byte[] RequestHash { get; set; } = [];

    public long CreatedAt { get; set; }

    public long? FinishedAt { get; set; }

    public static RunRow Of(Run run) => new()
    {
        OrganisationId = run.OrganisationId,
        RunId = run.Id,
        Kind = run.Kind.ToString(),
        Title = run.Title,
        Parameters = JsonSerializer.Serialize(run.Parameters),
        Actor = run.Actor,
        RequestHash = run.RequestHash,
        CreatedAt = Micros.From(run.CreatedAt),
        FinishedAt = Micros.From(run.FinishedAt),
    };

    public Run ToRun() => new()
    {
        Row = Id,
        OrganisationId = OrganisationId,
        Id = RunId,
        Kind = Enum.Parse<RunKind>(Kind),
        Title = Title,
        Parameters = JsonSerializer.Deserialize<Dictionary<string, string>>(Parameters)!,
        Actor = Actor,
        RequestHash = RequestHash,
        CreatedAt = Micros.ToTime(CreatedAt),
        FinishedAt = Micros.ToTime(FinishedAt),
    };
}
