using System.Text;
using Quire.Core.Drafts;
using Quire.Prompts;
using Quire.Storage.Sessions;
using Quire.Versioning.Objects;

namespace Quire.Storage.Drafts;

/// <summary>A row of <c>drafts</c>; in lists, without its text.</summary>
internal sealed class DraftRow
{
    public long ProjectId { get; set; }

    public string Person { get; set; } = "";

    public string Branch { get; set; } = "";

    public string Path { get; set; } = "";

    public long OrganisationId { get; set; }

    public byte[]? BaseCommit { get; set; }

    public string? Format { get; set; }

    public string Content { get; set; } = "";

    public long Bytes { get; set; }

    public long UpdatedAt { get; set; }

    public static DraftRow Of(Draft draft) => new()
    {
        ProjectId = draft.Key.ProjectId,
        Person = draft.Key.Person,
        Branch = draft.Key.Branch,
        Path = draft.Key.Path,
        OrganisationId = draft.OrganisationId,
        BaseCommit = draft.Base?.ToByteArray(),
        Format = draft.Format?.ToString(),
        Content = draft.Text,
        Bytes = Encoding.UTF8.GetByteCount(draft.Text),
        UpdatedAt = Micros.From(draft.UpdatedAt),
    };

    public Draft ToDraft() => new(
        new DraftKey(ProjectId, Person, Branch, Path), OrganisationId, Base, Format is null ? null : Enum.Parse<PromptFormat>(Format), Content, Micros.ToTime(UpdatedAt));

    public DraftEntry ToEntry() => new(Branch, Path, Base, Bytes, Micros.ToTime(UpdatedAt));

    private ObjectId? Base => BaseCommit is null ? null : ObjectId.FromBytes(BaseCommit);
}
