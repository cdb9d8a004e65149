using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.Addresses;
using Quire.Prompts.Names;

namespace Quire.Core.Langfuse;

/// <summary>Writes as Langfuse's clients mean it. Each call is one change through the write door: versions, labels and tags together, or nothing.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="reader">Finds what is there.</param>
/// <param name="prompts">Writes prompts.</param>
/// <param name="commits">Makes commits.</param>
/// <param name="time">The clock of pauses between attempts.</param>
public sealed class LangfuseWriter(IStore store, LangfuseReader reader, PromptWriter prompts, CommitService commits, TimeProvider time)
{
    /// <summary>The author of what is written here, as commits name it: Langfuse's word for a key.</summary>
    public const string Author = "API";

    /// <summary>The message of a commit for which the client sent none.</summary>
    public const string NoMessage = "Saved through the Langfuse API";

    private const int MaxAttempts = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Makes a version, also of a text that is there already.</summary>
    /// <exception cref="QuireException"><c>langfuse_type</c>, <c>langfuse_contribution</c>, <c>langfuse_dependency</c>, <c>rejected</c>; <c>langfuse_concurrent</c> where too many write at once.</exception>
    public async Task<(Applied Applied, ResolvedPrompt Version)> Create(Principal caller, string project, NewLangfusePrompt wish, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(wish);
        caller.Demand(Permissions.Read | Permissions.Write);
        var (applied, path) = await SaveAmongOthers(caller, project, wish, cancellation);
        var number = applied.Issued.First(issued => issued.Path == path).Number;
        var made = await reader.Find(caller, project, path, new Selector.Number((int)number), cancellation)
            ?? throw new QuireException(ErrorKind.Conflict, "conflict", $"Version {number} of '{path}' was deleted at once.", "Try again.");
        return (applied, made);
    }

    /// <summary>Adds labels to a version; other versions of the prompt lose them.</summary>
    /// <exception cref="QuireException"><c>version_not_found</c>, <c>invalid_name</c>.</exception>
    public async Task<(Applied Applied, ResolvedPrompt Version)> AddLabels(Principal caller, string project, string name, long version, IReadOnlyList<string> labels, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read | Permissions.Write);
        var found = await reader.Version(caller, project, name, version, "", cancellation) ?? throw NoVersion(name, version);
        var moves = labels.Distinct(StringComparer.Ordinal).Select(label => new AliasMove(found.Path, label, new AliasTarget(version)));
        var applied = await prompts.Annotate(caller, project, [.. moves], cancellation: cancellation);
        var labelled = await reader.Version(caller, project, name, version, "", cancellation) ?? throw NoVersion(name, version);
        return (applied, labelled);
    }

    /// <summary>Deletes versions: one by number, those with a label, or all. Their numbers are never reused, and the history keeps them.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>; <c>langfuse_dependents</c> where other prompts name what would go.</exception>
    public Task<Applied> Delete(Principal caller, string project, string name, long? version, string? label, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Write);
        return Repeat(async () =>
        {
            var request = await store.Read(session => LangfuseDeletion.Plan(session, caller, project, name, version, label), cancellation);
            return await commits.Commit(caller, request with { Author = Author }, cancellation);
        }, cancellation);
    }

    private async Task<(Applied Applied, string Path)> SaveAmongOthers(Principal caller, string project, NewLangfusePrompt wish, CancellationToken cancellation)
    {
        try
        {
            return await Repeat(() => Save(caller, project, wish, cancellation), cancellation);
        }
        catch (QuireException error) when (IsRace(error))
        {
            throw new QuireException(ErrorKind.Conflict, "langfuse_concurrent",
                $"Failed to create prompt '{wish.Name}' due to unique constraint failure. This is likely due to too many concurrent prompt creations for this prompt name. Please add a delay.");
        }
    }

    private async Task<(Applied Applied, string Path)> Save(Principal caller, string project, NewLangfusePrompt wish, CancellationToken cancellation)
    {
        var current = PromptPath.TryParse(wish.Name, out _, out var problem)
            ? await reader.Find(caller, project, wish.Name, Selector.Latest, cancellation)
            : throw problem.AsException();
        var path = current?.Path ?? wish.Name;
        CheckKind(wish, current);
        await reader.Compose(caller, project, new LangfuseNode(0, path, (current?.Prompt?.LastNumber ?? 0) + 1), wish.Content, cancellation);
        var (bytes, format) = LangfuseFile.Write(wish, current);
        var applied = await prompts.Save(caller, new SavePrompt
        {
            Project = project,
            Path = path,
            Source = bytes,
            Format = format,
            Message = string.IsNullOrWhiteSpace(wish.CommitMessage) ? NoMessage : wish.CommitMessage,
            Author = Author,
            Register = true,
            Aliases = [.. wish.Labels.Where(label => label != AliasName.Latest).Distinct(StringComparer.Ordinal)],
            Tags = wish.Tags is { } tags ? [.. tags.Distinct(StringComparer.Ordinal)] : null,
        }, cancellation);
        return (applied, path);
    }

    private static void CheckKind(NewLangfusePrompt wish, ResolvedPrompt? current)
    {
        if (current is null)
            return;
        if (current.Content.Facts.Layer is not null)
            throw new QuireException(ErrorKind.Invalid, "langfuse_contribution", $"'{current.Path}' contributes to another prompt, which Langfuse has no form for.", "Write it with PUT …/prompts/{path}.");
        if ((LangfuseContent.Of(current).Text is null) != (wish.Content.Text is null))
            throw new QuireException(ErrorKind.Invalid, "langfuse_type", "Previous versions have different prompt type. Create a new prompt with a different name.");
    }

    // Each attempt looks again at what is there; clients of Langfuse are used to an answer, not to heads that have moved.
    private async Task<T> Repeat<T>(Func<Task<T>> attempt, CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await attempt();
            }
            catch (QuireException error) when (IsRace(error) && tried < MaxAttempts)
            {
                await Task.Delay(Pause * tried, time, cancellation);
            }
        }
    }

    private static bool IsRace(QuireException error) => error.Error.Code is "stale_head" or "stale_prompt" or "conflict";

    private static QuireException NoVersion(string name, long version) =>
        new(ErrorKind.NotFound, "version_not_found", $"Prompt '{name}' version {version} not found in project");
}
