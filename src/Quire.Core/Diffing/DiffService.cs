using Quire.Core.Access;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.PromptFiles;
using Quire.Versioning.Diffs;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Diffing;

/// <summary>Compares trees, and versions of prompts: lines, words inside changed lines, and what they mean.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="contents">Prompt files parsed lately.</param>
public sealed class DiffService(IStore store, ObjectCache objects, ContentReader contents)
{
    private const int MaxFiles = 1_000;
    private const int MaxFileBytes = 4 * 1024 * 1024;
    private const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Compares the trees of two commits.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="project">The project.</param>
    /// <param name="from">A branch, a tag or <c>sha:HEX</c>; null for the first parent of <paramref name="to"/>.</param>
    /// <param name="to">A branch, a tag or <c>sha:HEX</c>; null for the default branch.</param>
    /// <param name="path">A file or folder to stay at or below; null for everything.</param>
    /// <param name="context">How many unchanged lines are shown around a change.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="QuireException"><c>ref_not_found</c>, <c>commit_not_found</c>, ….</exception>
    public Task<DiffReport> Trees(Principal caller, string project, string? from, string? to, string? path = null, int context = 3, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        return store.Read(session =>
        {
            var found = session.RequireProject(caller, project);
            caller.DemandUnbound();
            var source = objects.Source(session, found.Id);
            var after = Revisions.Find(session, found, objects, to)
                ?? throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"The default branch of '{project}' has no commit yet.");
            var before = from is null ? source.ReadCommit(after).Parents.FirstOrDefault() : Revisions.Require(session, found, objects, from);
            var options = new TreeDiffOptions { Under = path, Cancellation = cancellation };
            var files = TreeDiff.Compute(source, before.IsZero ? null : source.ReadCommit(before).Tree, source.ReadCommit(after).Tree, options);
            return Report(found, source, before, after, files, context);
        }, cancellation);
    }

    /// <summary>Compares two versions of prompts, which the caller has resolved.</summary>
    public Task<DiffReport> Versions(Principal caller, ResolvedPrompt from, ResolvedPrompt to, int context = 3, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        caller.Demand(Permissions.Read);
        return store.Read(session =>
        {
            var found = session.RequireProject(caller, to.Project.Name);
            var source = objects.Source(session, found.Id);
            var (old, @new) = (new TreeFile(from.FilePath, EntryMode.File, from.Blob), new TreeFile(to.FilePath, EntryMode.File, to.Blob));
            return Report(found, source, from.Commit, to.Commit, old == @new ? [] : [new FileDiff(old, @new)], context);
        }, cancellation);
    }

    private DiffReport Report(Project project, IObjectSource source, ObjectId from, ObjectId to, IReadOnlyList<FileDiff> files, int context)
    {
        var budget = (long)MaxBytes;
        var shown = new List<FileDiff>();
        var differences = new List<FileDifference>();
        foreach (var file in files.Take(MaxFiles))
        {
            var (old, @new) = (Read(source, file.Old), Read(source, file.New));
            budget -= old.Length + @new.Length;
            if (budget < 0)
                break;
            shown.Add(file);
            differences.Add(Difference(project, source, file, old, @new, context));
        }
        return new DiffReport(from, to, differences, PatchWriter.Write(source, shown, context), shown.Count < files.Count);
    }

    private FileDifference Difference(Project project, IObjectSource source, FileDiff file, ReadOnlyMemory<byte> old, ReadOnlyMemory<byte> @new, int context)
    {
        var difference = new FileDifference
        {
            OldPath = file.Old?.Path,
            NewPath = file.New?.Path,
            Status = file.IsAdded ? "added" : file.IsDeleted ? "deleted" : file.IsRenamed ? "moved" : "changed",
            Meaning = MeaningDiff.Compute(Parse(project, source, file.Old), Parse(project, source, file.New)),
        };
        if (IsOpaque(old) || IsOpaque(@new))
            return difference with { Opaque = true };
        var lines = LineDiff.Compute(old, @new);
        return difference with { Added = lines.Added, Removed = lines.Removed, Sections = new LineSections(lines).Make(context) };
    }

    private PromptFile? Parse(Project project, IObjectSource source, TreeFile? file) =>
        file is { } found ? contents.Parse(project.Id, found.Path, found.Id, source).File : null;

    private static ReadOnlyMemory<byte> Read(IObjectSource source, TreeFile? file) => file is { } found ? source.ReadBlob(found.Id) : default;

    private static bool IsOpaque(ReadOnlyMemory<byte> bytes) => bytes.Length > MaxFileBytes || bytes.Span.Contains((byte)0);
}
