using Quire.Core.Prompts;
using Quire.Storage.Sessions;
using Quire.Versioning.Objects;

namespace Quire.Storage.Prompts;

/// <summary>A row of <c>prompts</c>.</summary>
internal sealed class PromptRow
{
    /// <summary>The columns, of the table named <c>p</c>.</summary>
    public const string Columns =
        "p.id AS Id, p.organisation_id AS OrganisationId, p.project_id AS ProjectId, p.path AS Path, p.file_path AS FilePath, p.tip_blob AS TipBlob, "
        + "p.last_number AS LastNumber, p.latest_number AS LatestNumber, p.created_at AS CreatedAt, p.updated_at AS UpdatedAt";

    public long Id { get; set; }

    public long OrganisationId { get; set; }

    public long ProjectId { get; set; }

    public string Path { get; set; } = "";

    public string FilePath { get; set; } = "";

    public byte[]? TipBlob { get; set; }

    public long LastNumber { get; set; }

    public long? LatestNumber { get; set; }

    public long CreatedAt { get; set; }

    public long UpdatedAt { get; set; }

    public Prompt ToPrompt() => new()
    {
        Id = Id,
        OrganisationId = OrganisationId,
        ProjectId = ProjectId,
        Path = Path,
        FilePath = FilePath,
        TipBlob = TipBlob is { } blob ? ObjectId.FromBytes(blob) : null,
        LastNumber = LastNumber,
        LatestNumber = LatestNumber,
        CreatedAt = Micros.ToTime(CreatedAt),
        UpdatedAt = Micros.ToTime(UpdatedAt),
    };

    public static PromptRow Of(Prompt prompt) => new()
    {
        Id = prompt.Id,
        OrganisationId = prompt.OrganisationId,
        ProjectId = prompt.ProjectId,
        Path = prompt.Path,
        FilePath = prompt.FilePath,
        TipBlob = prompt.TipBlob?.ToByteArray(),
        LastNumber = prompt.LastNumber,
        LatestNumber = prompt.LatestNumber,
        CreatedAt = Micros.From(prompt.CreatedAt),
        UpdatedAt = Micros.From(prompt.UpdatedAt),
    };
}
