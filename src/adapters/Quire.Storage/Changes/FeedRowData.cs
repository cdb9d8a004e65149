using Quire.Core.Changes;
using Quire.Storage.Sessions;

namespace Quire.Storage.Changes;

/// <summary>A row of <c>feed</c>.</summary>
internal sealed class FeedRowData
{
    public const string Columns =
        "f.organisation_id AS OrganisationId, f.sequence, f.idx, f.at, f.project_id AS ProjectId, f.kind, f.name, f.prompt_id AS PromptId, f.path, f.scope, f.layer, "
        + "f.old_value AS OldValue, f.new_value AS NewValue, f.actor";

    /// <summary>The columns in the order of <see cref="Values"/>.</summary>
    public static readonly string[] Names =
    [
        "organisation_id", "sequence", "idx", "at", "project_id", "kind", "name", "prompt_id", "path", "scope", "layer", "old_value", "new_value", "actor",
    ];

    public long OrganisationId { get; set; }

    public long Sequence { get; set; }

    public long Idx { get; set; }

    public long At { get; set; }

    public long? ProjectId { get; set; }

    public string Kind { get; set; } = "";

    public string Name { get; set; } = "";

    public long? PromptId { get; set; }

    public string? Path { get; set; }

    public string? Scope { get; set; }

    public string? Layer { get; set; }

    public string? OldValue { get; set; }

    public string? NewValue { get; set; }

    public string Actor { get; set; } = "";

    public FeedRow ToFeedRow() => new()
    {
        OrganisationId = OrganisationId,
        Sequence = Sequence,
        Index = (int)Idx,
        At = Micros.ToTime(At),
        ProjectId = ProjectId,
        Kind = Kind,
        Name = Name,
        PromptId = PromptId,
        Path = Path,
        Scope = Scope,
        Layer = Layer,
        Old = OldValue,
        New = NewValue,
        Actor = Actor,
    };

    public static object?[] Values(FeedRow row) =>
    [
        row.OrganisationId, row.Sequence, (long)row.Index, Micros.From(row.At), row.ProjectId, row.Kind, row.Name, row.PromptId, row.Path,
        row.Scope, row.Layer, row.Old, row.New, row.Actor,
    ];
}
