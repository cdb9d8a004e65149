using System.Text.Json;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.Names;

namespace Quire.Core.Mlflow;

/// <summary>Writes prompts as MLflow's clients do; each call is one change.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="contents">Files parsed lately.</param>
/// <param name="commits">Makes commits, and changes without one.</param>
public sealed class MlflowWriter(IStore store, ObjectCache objects, ContentReader contents, CommitService commits)
{
    private const int MaxAttempts = 5;
    private const int Step = 1_000;
    private readonly MlflowViews _views = new(new Resolver(objects, contents));

    /// <summary>Registers a prompt without a version.</summary>
    /// <exception cref="QuireException"><c>prompt_exists</c>, <c>ambiguous_name</c>, <c>invalid_name</c>.</exception>
    public async Task<Applied> Create(Principal caller, string project, string name, string? description, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation = default)
    {
        var taken = await Read(caller, project, (session, found) => MlflowNames.Find(session, caller, found, name), cancellation);
        if (taken is not null)
            throw new QuireException(ErrorKind.Conflict, "prompt_exists", $"There is a prompt '{name}' already.", "Add a version to it, or choose another name.");
        var properties = tags.Where(tag => tag.Key != MlflowKeys.IsPrompt).ToDictionary(tag => tag.Key, string? (tag) => tag.Value, StringComparer.Ordinal);
        var moves = new List<Move> { new RegisterMove(name), new AnnotationEntriesMove(name, 0, AnnotationKeys.Properties, properties) };
        if (!string.IsNullOrEmpty(description))
            moves.Add(new AnnotationMove(name, 0, AnnotationKeys.Description, JsonSerializer.Serialize(description)));
        return await Apply(caller, project, moves, cancellation);
    }

    /// <summary>Says what a prompt is for.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>.</exception>
    public Task<Applied> Describe(Principal caller, string project, string name, string description, CancellationToken cancellation = default) =>
        Change(caller, project, name, prompt => [new AnnotationMove(prompt.Path, 0, AnnotationKeys.Description, JsonSerializer.Serialize(description))], cancellation);

    /// <summary>Sets or removes a tag of a prompt.</summary>
    /// <param name="caller">Who wants it.</param>
    /// <param name="project">The project.</param>
    /// <param name="name">The prompt.</param>
    /// <param name="key">The tag's key.</param>
    /// <param name="value">The value; null removes the tag.</param>
    /// <param name="cancellation">Ends the change.</param>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>invalid_tag</c>.</exception>
    public Task<Applied> Tag(Principal caller, string project, string name, string key, string? value, CancellationToken cancellation = default)
    {
        MlflowTagRules.CheckPrompt(key, value);
        return Change(caller, project, name, prompt => MlflowTagRules.OfPrompt(prompt.Path, key, value), cancellation);
    }

    /// <summary>Sets or removes an alias.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>version_not_found</c>, <c>protected</c>, <c>invalid_name</c>.</exception>
    public Task<Applied> Alias(Principal caller, string project, string name, string alias, long? number, CancellationToken cancellation = default) =>
        Change(caller, project, name, prompt => [new AliasMove(prompt.Path, alias, number is null ? null : new AliasTarget(number))], cancellation);

    /// <summary>Removes a prompt: its file goes with a commit, and its versions and annotations with it.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>breaks_contributions</c>, <c>protected</c>.</exception>
    public async Task<Applied> Delete(Principal caller, string project, string name, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var request = await Read(caller, project, (session, found) => Deletion(session, found, MlflowNames.Require(session, caller, found, name)), cancellation);
                return await commits.Commit(caller, request, cancellation);
            }
            catch (QuireException error) when (error.Error.Code == "stale_head" && attempt < MaxAttempts)
            {
                // A version may have come meanwhile, which has to go as well.
            }
        }
    }

    /// <summary>Registers a version: a commit with its file, its number and its tags.</summary>
    /// <returns>The number, and the change.</returns>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>invalid_prompt</c>, <c>rejected</c>, …</exception>
    public async Task<(long Number, Applied Applied)> AddVersion(Principal caller, NewMlflowVersion version, CancellationToken cancellation = default)
    {
        var (path, request) = await Read(caller, version.Project, (session, found) => Addition(session, found, MlflowNames.Require(session, caller, found, version.Name), version), cancellation);
        var applied = await commits.Commit(caller, request, cancellation);
        return (applied.Issued.First(issued => issued.Path == path).Number, applied);
    }

    /// <summary>Deletes a version: its aliases go, its number is never reused, its commit is kept.</summary>
    /// <exception cref="QuireException"><c>version_not_found</c>, <c>version_deleted</c>, <c>prompt_not_found</c>, <c>protected</c>.</exception>
    public Task<Applied> DeleteVersion(Principal caller, string project, string name, long number, CancellationToken cancellation = default) =>
        ChangeVersion(caller, project, name, number, version => [new AnnotationMove(version.Path, number, AnnotationKeys.Tombstone, "true")], cancellation);

    /// <summary>Sets or removes a tag of a version.</summary>
    /// <param name="caller">Who wants it.</param>
    /// <param name="project">The project.</param>
    /// <param name="name">The prompt.</param>
    /// <param name="number">The version.</param>
    /// <param name="key">The tag's key.</param>
    /// <param name="value">The value; null removes the tag.</param>
    /// <param name="cancellation">Ends the change.</param>
    /// <exception cref="QuireException"><c>version_not_found</c>, <c>version_deleted</c>, <c>prompt_not_found</c>, <c>invalid_tag</c>.</exception>
    public Task<Applied> TagVersion(Principal caller, string project, string name, long number, string key, string? value, CancellationToken cancellation = default)
    {
        MlflowTagRules.CheckVersion(key, value);
        return ChangeVersion(caller, project, name, number, version => MlflowTagRules.OfVersion(version, key, value), cancellation);
    }

    private async Task<Applied> Change(Principal caller, string project, string name, Func<Prompt, IReadOnlyList<Move>> moves, CancellationToken cancellation)
    {
        var prompt = await Read(caller, project, (session, found) => MlflowNames.Require(session, caller, found, name), cancellation);
        return await Apply(caller, project, moves(prompt), cancellation);
    }

    private async Task<Applied> ChangeVersion(Principal caller, string project, string name, long number, Func<ResolvedPrompt, IReadOnlyList<Move>> moves, CancellationToken cancellation)
    {
        var version = await Read(caller, project, (session, found) => _views.Version(session, found, MlflowNames.Require(session, caller, found, name), name, number), cancellation);
        return await Apply(caller, project, moves(version.Prompt), cancellation);
    }

    // Without files to change, what is left of a commit is its moves.
    private Task<Applied> Apply(Principal caller, string project, IReadOnlyList<Move> moves, CancellationToken cancellation) =>
        commits.Commit(caller, new CommitRequest { Project = project, Message = "Change annotations", Moves = moves }, cancellation);

    private Task<T> Read<T>(Principal caller, string project, Func<ISession, Project, T> work, CancellationToken cancellation)
    {
        caller.Demand(Permissions.Write);
        return store.Read(session => work(session, session.RequireProject(caller, project)), cancellation);
    }

    private static CommitRequest Deletion(ISession session, Project project, Prompt prompt)
    {
        var moves = new List<Move>();
        long? before = null;
        while (session.Versions.List(project.Id, prompt.Id, before, Step) is { Count: > 0 } page)
        {
            moves.AddRange(page.Where(version => !version.Tombstone).Select(version => new AnnotationMove(prompt.Path, version.Number, AnnotationKeys.Tombstone, "true")));
            before = page[^1].Number;
        }
        string[] gone = [AnnotationKeys.Registered, AnnotationKeys.Properties, AnnotationKeys.Description, AnnotationKeys.Tags];
        moves.AddRange(gone.Select(key => new AnnotationMove(prompt.Path, 0, key, null)));
        return new CommitRequest
        {
            Project = project.Name,
            Message = $"Delete {prompt.Path}",
            ExpectedHead = session.Refs.Find(project.Id, project.DefaultBranch)?.Target,
            Changes = prompt.TipBlob is null ? [] : [new FileChange(prompt.FilePath)],
            Moves = moves,
        };
    }

    private (string Path, CommitRequest Request) Addition(ISession session, Project project, Prompt prompt, NewMlflowVersion version)
    {
        var current = prompt.TipBlob is { } blob ? contents.Parse(project.Id, prompt.FilePath, blob, objects.Source(session, project.Id)).File : null;
        var file = new MlflowFile(PromptPath.Parse(prompt.Path), version.Tags, current);
        var changes = new List<FileChange>();
        if (prompt.TipBlob is not null && prompt.FilePath != file.Path)
            changes.Add(new FileChange(prompt.FilePath));
        changes.Add(new FileChange(file.Path) { Content = file.Write() });
        return (prompt.Path, new CommitRequest
        {
            Project = project.Name,
            Message = string.IsNullOrWhiteSpace(version.Description) ? $"Register {prompt.Path}" : version.Description,
            Changes = changes,
            Register = [prompt.Path],
            Moves = [new AnnotationEntriesMove(prompt.Path, AnnotationEntriesMove.OfIssued, AnnotationKeys.VersionTags, file.Own.ToDictionary(tag => tag.Key, string? (tag) => tag.Value, StringComparer.Ordinal))],
        });
    }
}
