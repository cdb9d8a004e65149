using Quire.Core.Prompts;
using Quire.Storage.Sessions;
using Quire.Versioning.Objects;

namespace Quire.Storage.Prompts;

/// <summary>A row of <c>versions</c>.</summary>
internal sealed class VersionRow
{
    /// <summary>The columns, of the table named <c>v</c>. The first one splits a joined row in two.</summary>
    public const string Columns =
        SplitOn + ", v.organisation_id AS OrganisationId, v.project_id AS ProjectId, v.prompt_id AS PromptId, v.blob_oid AS Blob, v.commit_oid AS CommitId, "
        + "v.file_path AS FilePath, v.invalid AS Invalid, v.tombstone AS Tombstone, v.author AS Author, v.message AS Message, v.created_at AS CreatedAt, "
        + "v.facts AS Facts, v.extends AS Extends, v.layer AS Layer, v.scope AS Scope";

    /// <summary>The first column.</summary>
    public const string SplitOn = "v.number AS Number";

    /// <summary>The columns in the order of <see cref="Values"/>.</summary>
    public static readonly string[] Names =
    [
        "organisation_id", "project_id", "prompt_id", "number", "blob_oid", "commit_oid", "file_path", "invalid", "tombstone",
        "author", "message", "created_at", "facts", "extends", "layer", "scope",
    ];

    public long Number { get; set; }

    public long OrganisationId { get; set; }

    public long ProjectId { get; set; }

    public long PromptId { get; set; }

    public byte[] Blob { get; set; } = [];

    public byte[] CommitId { get; set; } = [];

    public string FilePath { get; set; } = "";

    public long Invalid { get; set; }

    public long Tombstone { get; set; }

    public string Author { get; set; } = "";

    public string Message { get; set; } = "";

    public long CreatedAt { get; set; }

    public string Facts { get; set; } = "";

    public string? Extends { get; set; }

    public string? Layer { get; set; }

    public string? Scope { get; set; }

    public PromptVersion ToVersion() => new()
    {
        OrganisationId = OrganisationId,
        ProjectId = ProjectId,
        PromptId = PromptId,
        Number = Number,
        Blob = ObjectId.FromBytes(Blob),
        Commit = ObjectId.FromBytes(CommitId),
        FilePath = FilePath,
        Invalid = Invalid != 0,
        Tombstone = Tombstone != 0,
        Author = Author,
        Message = Message,
        CreatedAt = Micros.ToTime(CreatedAt),
        Facts = Facts,
        Extends = Extends,
        Layer = Layer,
        Scope = Scope,
    };

    public static object?[] Values(PromptVersion version) =>
    [
        version.OrganisationId, version.ProjectId, version.PromptId, version.Number, version.Blob.ToByteArray(), version.Commit.ToByteArray(),
        version.FilePath, version.Invalid ? 1L : 0L, version.Tombstone ? 1L : 0L, version.Author, version.Message, Micros.From(version.CreatedAt),
        version.Facts, version.Extends, version.Layer, version.Scope,
    ];
}
