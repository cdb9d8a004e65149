using Quire.Core.History;
using Quire.Core.Limits;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Imports.Planning;

/// <summary>
/// Makes the commits of an import: one for the first new version of every prompt, one for the second, and so on; among these, versions that came
/// with a message of their own get a commit each per message, as long as that stays below <see cref="MaxCommits"/>.
/// </summary>
/// <param name="staging">Where objects are collected.</param>
/// <param name="author">Who commits.</param>
/// <param name="message">The message of what has none.</param>
internal sealed class ImportCommits(StagingArea staging, Signature author, string message)
{
    /// <summary>How many commits an import makes for the sake of messages.</summary>
    public const int MaxCommits = 500;

    /// <summary>The head after them.</summary>
    /// <param name="parent">The commit to go on from.</param>
    /// <param name="items">What is written.</param>
    public ObjectId? Write(ObjectId? parent, IReadOnlyList<PlannedItem> items)
    {
        var steps = items.Count == 0 ? 0 : items.Max(item => item.Files.Count);
        var groups = Enumerable.Range(0, steps).SelectMany(step => Groups(items, step)).ToList();
        if (groups.Count > MaxCommits)
            groups = [.. Enumerable.Range(0, steps).Select(step => new Group(step, message, [.. items.Where(item => item.Files.Count > step)]))];
        foreach (var group in groups)
            parent = Write(parent, group);
        return parent;
    }

    private IEnumerable<Group> Groups(IReadOnlyList<PlannedItem> items, int step) => items
        .Where(item => item.Files.Count > step)
        .GroupBy(item => MessageOf(item.Files[step]), StringComparer.Ordinal)
        .Select(group => new Group(step, group.Key, [.. group]));

    private string MessageOf(PlannedFile file) =>
        file.Message is { } own && own.Length <= QuireLimits.MessageLength.Value && !own.Contains('\0', StringComparison.Ordinal) ? own : message;

    private ObjectId Write(ObjectId? parent, Group group)
    {
        var before = parent is { } id ? staging.ReadCommit(id).Tree : (ObjectId?)null;
        var editor = new TreeEditor(staging, before);
        foreach (var item in group.Items)
        {
            if (group.Step == 0 && item.Removes is { } gone)
                editor.Remove(gone);
            else if (group.Step > 0 && item.Files[group.Step - 1].Path != item.Files[group.Step].Path)
                editor.Remove(item.Files[group.Step - 1].Path);
            var file = item.Files[group.Step];
            editor.Set(file.Path, staging.AddBlob(file.Bytes), file.IsExecutable ? EntryMode.Executable : EntryMode.File);
        }
        var commit = Commit.Create(editor.Write(staging), parent is { } first ? [first] : [], author, author, CommitMessages.EndWithNewline(group.Message));
        return staging.Add(commit.Raw);
    }

    private sealed record Group(int Step, string Message, IReadOnlyList<PlannedItem> Items);
}
