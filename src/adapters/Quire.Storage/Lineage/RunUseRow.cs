using Quire.Core.Lineage;

namespace Quire.Storage.Lineage;

/// <summary>A row of <c>run_uses</c>, with what the version's prompt is called.</summary>
internal sealed class RunUseRow
{
    public const string Columns =
        "p.project_id AS ProjectId, j.name AS Project, u.prompt_id AS PromptId, p.path, u.number, v.tombstone AS Tombstone, "
        + "CASE WHEN p.tip_blob IS NULL THEN 1 ELSE 0 END AS Deleted";

    public long ProjectId { get; set; }

    public string Project { get; set; } = "";

    public long PromptId { get; set; }

    public string Path { get; set; } = "";

    public long Number { get; set; }

    public long Tombstone { get; set; }

    public long Deleted { get; set; }

    public RunUse ToUse() => new(ProjectId, Project, PromptId, Path, Number, Tombstone != 0, Deleted != 0);
}
