using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Versioning.Objects;

namespace Quire.AspNetCore.Commits;

/// <summary>A file that a commit sets or removes: one of <c>content</c>, <c>base64</c>, <c>blob</c> and <c>delete</c>.</summary>
internal sealed record FileChangeBody
{
    /// <summary>The file's path from the root.</summary>
    public required string Path { get; init; }

    /// <summary>The new content as text.</summary>
    public string? Content { get; init; }

    /// <summary>The new content, in base64.</summary>
    public string? Base64 { get; init; }

    /// <summary>The id of content that was sent before.</summary>
    public string? Blob { get; init; }

    /// <summary>Whether the file, or the folder, is removed.</summary>
    public bool Delete { get; init; }

    /// <summary>Whether the file may be run.</summary>
    public bool Executable { get; init; }

    /// <summary>The change as Core takes it.</summary>
    /// <exception cref="QuireException"><c>invalid_change</c>.</exception>
    public FileChange ToChange()
    {
        var ways = (Content is null ? 0 : 1) + (Base64 is null ? 0 : 1) + (Blob is null ? 0 : 1) + (Delete ? 1 : 0);
        if (ways != 1)
            throw Refuse("has none or more than one of content, base64, blob and delete");
        if (Delete)
            return new FileChange(Path);
        return Blob is null
            ? new FileChange(Path) { Content = ContentText.Bytes(Content, Base64) ?? throw Refuse("has content that is no base64"), Executable = Executable }
            : new FileChange(Path) { Blob = ObjectId.TryParse(Blob, out var id) ? id : throw Refuse("names a blob that is no id"), Executable = Executable };
    }

    private QuireException Refuse(string reason) =>
        new(ErrorKind.Invalid, "invalid_change", $"The change of '{(Path.Length > 200 ? Path[..200] + "…" : Path)}' {reason}.", "Give exactly one of content, base64, blob and delete.");
}
