using System.Text.Json;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Merging;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Prompts;
using Quire.Prompts.Addresses;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;

namespace Quire.Core.Prompts;

/// <summary>Changes single prompts: each is a commit or a move of pointers through the write door.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="reader">Finds the file of a prompt.</param>
/// <param name="commits">Makes commits.</param>
/// <param name="door">The way in.</param>
public sealed class PromptWriter(IStore store, PromptReader reader, CommitService commits, WriteDoor door)
{
    /// <summary>Writes a prompt's file.</summary>
    /// <exception cref="QuireException"><c>rejected</c>, <c>stale_head</c>, <c>stale_prompt</c>, …; nothing was changed.</exception>
    public async Task<Applied> Save(Principal caller, SavePrompt save, CancellationToken cancellation = default) =>
        await commits.Commit(caller, await Request(caller, save, cancellation), cancellation);

    /// <summary>What a save that came too late would be together with what is there now; none where the caller may not see that.</summary>
    public async Task<IReadOnlyList<MergedFile>> Merge(Principal caller, SavePrompt save, CancellationToken cancellation = default) =>
        await commits.Merge(caller, await Request(caller, save, cancellation), cancellation);

    private async Task<CommitRequest> Request(Principal caller, SavePrompt save, CancellationToken cancellation)
    {
        caller.Demand(Permissions.Write);
        var current = await Find(caller, save.Project, save.Path, await Beside(caller, save, cancellation), cancellation);
        var file = FilePath(save, current);
        var changes = new List<FileChange>();
        if (current is not null && current.FilePath != file)
            changes.Add(new FileChange(current.FilePath) { Expected = save.ExpectedBlob });
        changes.Add(new FileChange(file) { Content = save.Source, Expected = current is null || current.FilePath == file ? save.ExpectedBlob : null });
        return new CommitRequest
        {
            Project = save.Project,
            Branch = save.Branch,
            ExpectedHead = save.ExpectedHead is { IsZero: false } ? save.ExpectedHead : null,
            ExpectEmpty = save.ExpectedHead is { IsZero: true },
            Message = save.Message,
            Author = save.Author,
            Changes = changes,
            Register = save.Register ? [save.Path] : [],
            Moves = [.. save.Aliases.Select(alias => new AliasMove(save.Path, alias, AliasTarget.Latest)), .. Tags(save)],
            AcceptedBreaks = save.AcceptedBreaks,
            Idempotency = save.Idempotency,
            Draft = save.Draft,
        };
    }

    /// <summary>Removes a prompt's file. Its versions stay, and a prompt made again at the path goes on numbering.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>.</exception>
    public async Task<Applied> Delete(Principal caller, string project, string path, string message, ObjectId? expectedHead = null, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Write);
        var current = await Require(caller, project, path, cancellation);
        return await commits.Commit(caller, new CommitRequest
        {
            Project = project,
            Message = message,
            ExpectedHead = expectedHead,
            Changes = [new FileChange(current.FilePath)],
        }, cancellation);
    }

    /// <summary>Moves a prompt: it keeps its id, numbers and aliases, and its old path leads to it.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>prompt_exists</c>, <c>invalid_name</c>.</exception>
    public async Task<Applied> Move(Principal caller, string project, string path, string to, string? message, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Write);
        var current = await Require(caller, project, path, cancellation);
        if (!PromptPath.TryParse(to, out var target, out var problem))
            throw problem.AsException();
        if (await Find(caller, project, to, null, cancellation) is { Path: var taken } && taken == to)
            throw new QuireException(ErrorKind.Conflict, "prompt_exists", $"There is a prompt '{to}' already.", "Move or delete it first, or choose another path.");
        var file = FileRole.FilePath(target, current.Content.File?.Format ?? PromptFormat.Markdown);
        return await commits.Commit(caller, new CommitRequest
        {
            Project = project,
            Message = Trailers.AddMove(message ?? $"Move {current.Path} to {to}", current.Path, to),
            Changes = [new FileChange(current.FilePath), new FileChange(file) { Blob = current.Blob }],
        }, cancellation);
    }

    /// <summary>Commits the content of an older version anew, where the prompt stands now.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>version_not_found</c>, <c>version_deleted</c>, <c>rejected</c> where it does not parse.</exception>
    public async Task<Applied> Rollback(Principal caller, string project, string path, long number, string? message = null, Idempotency? idempotency = null, IReadOnlyList<string>? acceptedBreaks = null, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read | Permissions.Write);
        if (number is < 1 or > int.MaxValue)
            throw new QuireException(ErrorKind.NotFound, "version_not_found", $"The prompt '{path}' has no version {number}.");
        var current = await Require(caller, project, path, cancellation);
        var old = await reader.ResolveAny(caller, Addressing.Of(caller, project, current.Path, new Selector.Number((int)number)), cancellation);
        if (!PromptPath.TryParse(current.Path, out var stands, out var problem))
            throw problem.AsException();
        var format = old.Content.File?.Format ?? current.Content.File?.Format ?? PromptFormat.Markdown;
        var file = FileRole.FilePath(stands, format);
        var changes = new List<FileChange> { new(file) { Blob = old.Blob } };
        if (file != current.FilePath)
            changes.Insert(0, new FileChange(current.FilePath));
        return await commits.Commit(caller, new CommitRequest
        {
            Project = project,
            Message = message ?? $"Roll {current.Path} back to version {number}",
            Changes = changes,
            AcceptedBreaks = acceptedBreaks ?? [],
            Idempotency = idempotency,
        }, cancellation);
    }

    /// <summary>Moves pointers and annotations, all of them or none.</summary>
    public async Task<Applied> Annotate(Principal caller, string project, IReadOnlyList<Move> moves, Idempotency? idempotency = null, IReadOnlyList<string>? acceptedBreaks = null, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Write);
        var found = await store.Read(session => session.RequireProject(caller, project), cancellation);
        return await door.Apply(new Change { Actor = caller, Project = found, Moves = moves, Idempotency = idempotency, AcceptedBreaks = acceptedBreaks ?? [] }, cancellation);
    }

    // The branch where it is not the default one; on that one, by whatever name, old paths lead to moved prompts.
    private async Task<string?> Beside(Principal caller, SavePrompt save, CancellationToken cancellation)
    {
        if (save.Branch is null)
            return null;
        var project = await store.Read(session => session.RequireProject(caller, save.Project), cancellation);
        return BranchNames.Full(save.Branch, project) == project.DefaultBranch ? null : save.Branch;
    }

    private async Task<ResolvedPrompt> Require(Principal caller, string project, string path, CancellationToken cancellation) =>
        await Find(caller, project, path, null, cancellation)
        ?? throw new QuireException(ErrorKind.NotFound, "prompt_not_found", $"There is no prompt '{path}' in '{project}'.", "List the prompts with: quire list");

    private async Task<ResolvedPrompt?> Find(Principal caller, string project, string path, string? branch, CancellationToken cancellation)
    {
        try
        {
            var found = await reader.ResolveAny(caller, Addressing.Of(caller, project, path, branch), cancellation);
            // What stands at the tip is what is written to: a move issues no version, so the latest one may still name the old file.
            return branch is null && found.Prompt is { TipBlob: { } tip } prompt ? found with { FilePath = prompt.FilePath, Blob = tip } : found;
        }
        catch (QuireException error) when (error.Error.Code == "ref_not_found" && branch is not null)
        {
            // A branch that is not there begins where the default one stands.
            return await Find(caller, project, path, null, cancellation);
        }
        catch (QuireException error) when (error.Error.Code is "prompt_not_found" or "ref_not_found")
        {
            return null;
        }
    }

    private static IEnumerable<Move> Tags(SavePrompt save) =>
        save.Tags is { } tags ? [new AnnotationMove(save.Path, 0, AnnotationKeys.Tags, JsonSerializer.Serialize(tags))] : [];

    private static string FilePath(SavePrompt save, ResolvedPrompt? current)
    {
        if (!PromptPath.TryParse(current?.Path ?? save.Path, out var path, out var problem))
            throw problem.AsException();
        return save.Format is null && current is not null ? current.FilePath : FileRole.FilePath(path, save.Format ?? PromptFormat.Markdown);
    }
}
