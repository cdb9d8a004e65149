using Quire.Versioning.Commits;
using Quire.Versioning.Trees;

namespace Quire.AspNetCore.History;

/// <summary>A commit.</summary>
internal sealed record CommitAnswer
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The parents, the first one first.</summary>
    public required IReadOnlyList<string> Parents { get; init; }

    /// <summary>Who wrote the change.</summary>
    public required PersonAnswer Author { get; init; }

    /// <summary>Who made the commit.</summary>
    public required PersonAnswer Committer { get; init; }

    /// <summary>The message.</summary>
    public required string Message { get; init; }

    /// <summary>The files that it changed against its first parent; absent in lists.</summary>
    public IReadOnlyList<FileAnswer>? Files { get; init; }

    /// <summary>The commit of a list.</summary>
    public static CommitAnswer Of(Commit commit) => new()
    {
        Id = commit.Id.ToString(),
        Parents = [.. commit.Parents.Select(parent => parent.ToString())],
        Author = PersonAnswer.Of(commit.Author),
        Committer = PersonAnswer.Of(commit.Committer),
        Message = commit.Message,
    };

    /// <summary>The commit with what it changed.</summary>
    public static CommitAnswer Of(Commit commit, IEnumerable<TreeChange> files) => Of(commit) with { Files = [.. files.Select(FileAnswer.Of)] };
}
