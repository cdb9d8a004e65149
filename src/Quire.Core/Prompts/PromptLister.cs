using Quire.Core.Access;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Stores;

namespace Quire.Core.Prompts;

/// <summary>Lists what stands at the tip of the default branch.</summary>
/// <param name="store">Where prompts are.</param>
public sealed class PromptLister(IStore store)
{
    /// <summary>A page of prompts whose path begins with a prefix, by path.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="projectName">The project.</param>
    /// <param name="prefix">The beginning of the path; empty for all.</param>
    /// <param name="after">The path after which the page begins; null for the first one.</param>
    /// <param name="limit">How many at most, 1 to <see cref="QuireLimits.PageSize"/>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<PromptList> List(Principal caller, string projectName, string prefix = "", string? after = null, int limit = 100, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        Paging.Check(limit);
        return store.Read(session => List(session, caller, session.RequireProject(caller, projectName), prefix, after, limit, _ => true), cancellation);
    }

    /// <summary>A page of what stands directly in a folder: its prompts, and the folders below it.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>invalid_name</c>.</exception>
    public Task<PromptList> InFolder(Principal caller, string projectName, string folder, string? after = null, int limit = 100, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        Paging.Check(limit);
        return store.Read(session =>
        {
            var project = session.RequireProject(caller, projectName);
            var page = new FolderWalk(session, caller, project, PromptFolder.Prefix(folder)).Page(after, limit);
            return new PromptList(Describe(session, project, page.Prompts), page.Next, null) { Folders = page.Folders };
        }, cancellation);
    }

    /// <summary>The prompts among a page of the project's that are marked as templates for others.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>.</exception>
    public Task<PromptList> Templates(Principal caller, string projectName, string prefix = "", string? after = null, int limit = 100, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        Paging.Check(limit);
        return store.Read(session => List(session, caller, session.RequireProject(caller, projectName), prefix, after, limit, entry => PromptFacts.FromJson(entry.Version.Facts).Template), cancellation);
    }

    /// <summary>The numbered versions of a prompt, newest first, without the deleted ones.</summary>
    public Task<IReadOnlyList<PromptVersion>> Versions(Principal caller, string projectName, string path, long? before = null, int limit = 100, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        Paging.Check(limit);
        return store.Read<IReadOnlyList<PromptVersion>>(session =>
        {
            var prompt = RequirePrompt(session, caller, projectName, path);
            return [.. session.Versions.List(prompt.ProjectId, prompt.Id, before, limit).Where(version => !version.Tombstone)];
        }, cancellation);
    }

    /// <summary>The aliases of a prompt, by name.</summary>
    public Task<IReadOnlyList<Alias>> Aliases(Principal caller, string projectName, string path, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        return store.Read(session =>
        {
            var prompt = RequirePrompt(session, caller, projectName, path);
            return session.Aliases.List(prompt.ProjectId, [prompt.Id]);
        }, cancellation);
    }

    /// <summary>The patterns of the project's protected aliases, in order.</summary>
    public Task<IReadOnlyList<string>> ProtectedAliases(Principal caller, string projectName, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        return store.Read(session => session.ProtectedAliases.List(session.RequireProject(caller, projectName).Id), cancellation);
    }

    /// <summary>The annotations of a prompt's versions that are tags of their own, by version.</summary>
    public Task<IReadOnlyDictionary<long, IReadOnlyDictionary<string, string>>> VersionTags(Principal caller, string projectName, string path, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        return store.Read<IReadOnlyDictionary<long, IReadOnlyDictionary<string, string>>>(session =>
        {
            var prompt = RequirePrompt(session, caller, projectName, path);
            var annotations = session.Annotations.List(prompt.ProjectId, [prompt.Id]);
            return annotations.Where(annotation => annotation.Key == Changes.AnnotationKeys.VersionTags)
                .ToDictionary(annotation => annotation.Number, annotation => AnnotationView.VersionTags(annotations, annotation.Number));
        }, cancellation);
    }

    /// <summary>The prompt at a path, or the one that moved away from it, where it exists for the caller.</summary>
    internal static Prompt RequirePrompt(ISession session, Principal caller, string projectName, string path)
    {
        var project = session.RequireProject(caller, projectName);
        var prompt = session.Prompts.Find(project.Id, path) ?? session.Prompts.FindMoved(project.Id, path);
        var newest = prompt is null ? null : session.Versions.Find(project.Id, prompt.Id, prompt.LastNumber);
        if (prompt is null || newest is null || !caller.Sees(newest.Layer, newest.Scope))
            throw new QuireException(ErrorKind.NotFound, "prompt_not_found", $"There is no prompt '{path}' in '{projectName}'.", "List the prompts with: quire list");
        return prompt;
    }

    private static PromptList List(ISession session, Principal caller, Project project, string prefix, string? after, int limit, Func<PromptEntry, bool> isWanted)
    {
        var visible = new List<PromptEntry>();
        var more = true;
        while (more && visible.Count <= limit)
        {
            var page = session.Prompts.List(project.Id, prefix, after, limit + 1);
            visible.AddRange(page.Where(entry => caller.Sees(entry.Version.Layer, entry.Version.Scope) && isWanted(entry)));
            more = page.Count > limit;
            after = page.Count > 0 ? page[^1].Prompt.Path : after;
        }
        var items = Describe(session, project, [.. visible.Take(limit)]);
        return new PromptList(items, visible.Count > limit ? items[^1].Prompt.Path : null, caller.IsBoundToTenants ? null : session.Prompts.Count(project.Id));
    }

    private static List<PromptListItem> Describe(ISession session, Project project, IReadOnlyList<PromptEntry> entries)
    {
        var ids = entries.Select(entry => entry.Prompt.Id).ToList();
        var aliases = session.Aliases.List(project.Id, ids).ToLookup(alias => alias.PromptId);
        var annotations = session.Annotations.List(project.Id, ids).ToLookup(annotation => annotation.PromptId);
        return [.. entries.Select(entry => Describe(entry, aliases[entry.Prompt.Id], [.. annotations[entry.Prompt.Id]]))];
    }

    private static PromptListItem Describe(PromptEntry entry, IEnumerable<Alias> aliases, IReadOnlyList<Annotation> annotations)
    {
        var facts = PromptFacts.FromJson(entry.Version.Facts);
        return new PromptListItem(entry.Prompt, entry.Version, facts,
            aliases.ToDictionary(alias => alias.Name, alias => alias.Number, StringComparer.Ordinal),
            AnnotationView.Tags(annotations, facts), AnnotationView.Category(annotations, facts));
    }
}
