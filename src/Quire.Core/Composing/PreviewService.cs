using System.Security.Cryptography;
using Quire.Composition.Explaining;
using Quire.Composition.Layers;
using Quire.Composition.Plans;
using Quire.Composition.Rendering;
using Quire.Composition.UserText;
using Quire.Core.Access;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Limits;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts;
using Quire.Prompts.Addresses;
using Quire.Versioning;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Composing;

/// <summary>
/// Composes with files that are not stored, as if they were committed: over the tip of a branch, by the same rules, engine and budgets. Nothing of it is
/// stored, numbered or kept in a cache.
/// </summary>
/// <param name="store">Where everything else is.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="contents">Files parsed lately.</param>
/// <param name="time">The clock of time budgets.</param>
public sealed class PreviewService(IStore store, ObjectCache objects, ContentReader contents, TimeProvider time)
{
    /// <summary>Composes a prompt with files that are not stored.</summary>
    /// <param name="caller">Who asks; keys bound to tenants may not, since what a file includes is any file of the project.</param>
    /// <param name="call">What is composed, without a selector: the tree is the selector.</param>
    /// <param name="sources">The files, by their paths in the project's tree.</param>
    /// <param name="branch">The branch that they stand over; null for the default one.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="QuireException"><c>rejected</c> where a file does not parse; else what composing answers.</exception>
    public async Task<ComposedPrompt> Compose(Principal caller, ComposeCall call, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sources, string? branch = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(sources);
        caller.Demand(Permissions.Preview);
        caller.DemandUnbound();
        if (call.Prompt.Organisation.Value != caller.Organisation)
            throw Resolver.NotFound(call.Prompt);
        if (call.Prompt.Selector != Selector.Latest || call.Selectors.Count > 0)
            throw new QuireException(ErrorKind.Invalid, "invalid_selector", "A preview composes the files of a branch; a selector has no meaning there.", "Leave alias, version, ref and selectors out, or name a branch.");
        QuireLimits.PreviewSources.Check(sources.Count, "The preview");
        PreviewSources.Check(sources);
        var (plan, absent) = await store.Read(session => Plan(session, caller, call, sources, branch), cancellation);
        var names = UserTexts.Name(call.UserText, plan);
        var outcome = plan.Render(new ComposeRequest
        {
            Variables = call.Variables,
            UserText = names,
            Placeholders = call.Messages,
            Fence = call.Fence ? new FenceOptions { Randomness = RandomNumberGenerator.Fill } : null,
            Clock = time,
            CancellationToken = cancellation,
        });
        if (!outcome.Succeeded)
            throw Refusals.Of("render_failed", $"'{plan.Base.Path}' could not be rendered", outcome.Diagnostics);
        return new ComposedPrompt
        {
            Plan = plan,
            Result = outcome.Result!,
            Cache = CacheAnswer.None,
            Counter = contents.Tokens,
            Model = SelectionReader.ModelOf(plan.Base.File),
            Explanation = call.Explain ? plan.Explain(absent, names.Keys.ToHashSet(StringComparer.Ordinal)) : [],
            Warnings = outcome.Diagnostics,
        };
    }

    private (ComposePlan Plan, IReadOnlyList<AbsentContribution> Absent) Plan(ISession session, Principal caller, ComposeCall call, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sources, string? branch)
    {
        var scopes = RequestScopes.Of(call);
        var project = session.RequireProject(caller, call.Prompt.Project.ToString());
        var (commit, staged) = Stage(session, project, sources, branch);
        var (overlay, reader) = (objects.With(project.Id, staged), contents.With(staged.Select(one => one.Value.Id).ToHashSet()));
        var tree = new Selector.Commit(commit.ToString());
        var target = new Resolver(overlay, reader).Resolve(session, project, call.Prompt with { Selector = tree });
        var finder = new ContributionFinder(session, caller, target, overlay, reader);
        var none = new Dictionary<LayerKind, Selector>();
        var found = finder.Find(tree, none).Concat(finder.Find(Selector.Latest, none).Where(other => other.Project.Id != project.Id)).ToList();
        var maker = new SourceMaker(session, overlay, reader);
        PromptSource Uncommitted(PromptSource source) => source.Commit == commit.ToString() ? source with { Commit = null } : source;
        var all = found.Select(maker.Contribution).Select(Uncommitted).OrderBy(source => source.File.Contribution!.Layer).ToList();
        var chosen = LayerOrder.Select(all, scopes);
        var former = target.Prompt is { } prompt ? session.Prompts.Redirects(project.Id, prompt.Id) : [];
        var built = ComposePlan.Build(Uncommitted(maker.Base(target, former)), chosen);
        return built.Succeeded
            ? (built.Plan, [.. all.Except(chosen).Select(source => new AbsentContribution(source, AbsenceReason.OtherScope))])
            : throw Refusals.Of("compose_refused", $"'{target.Path}' cannot be composed", built.Diagnostics);
    }

    private (ObjectId Commit, IReadOnlyList<StagedObject> Staged) Stage(ISession session, Project project, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sources, string? branch)
    {
        var head = session.Refs.Find(project.Id, BranchNames.Full(branch, project))?.Target;
        if (head is null && branch is not null)
            throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"There is no branch '{branch}' in '{project.Name}'.", "List the branches with GET …/branches.");
        var staging = new StagingArea(objects.Source(session, project.Id));
        try
        {
            var editor = new TreeEditor(staging, head is { } id ? staging.ReadCommit(id).Tree : null);
            foreach (var (path, bytes) in sources)
                editor.Set(path, staging.AddBlob(bytes), EntryMode.File);
            var author = Signature.At("preview", "preview@quire.invalid", time.GetUtcNow());
            var commit = Commit.Create(editor.Write(staging), head is { } parent ? [parent] : [], author, author, "Preview\n");
            staging.Add(commit.Raw);
            return (commit.Id, staging.Objects);
        }
        catch (VersioningException error)
        {
            throw KernelErrors.Wrap(error);
        }
    }
}
