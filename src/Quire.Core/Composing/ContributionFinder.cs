using Quire.Core.Access;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts;
using Quire.Prompts.Addresses;
using Quire.Versioning.Objects;

namespace Quire.Core.Composing;

/// <summary>
/// Finds the contributions to a base that selectors lead to: one selector for all layers, another one for a layer where the request names it.
/// Never falls back to <c>latest</c>. What the caller may not see does not exist here.
/// </summary>
internal sealed class ContributionFinder(ISession session, Principal caller, ResolvedPrompt target, ObjectCache objects, ContentReader contents)
{
    private static readonly LayerKind[] Layers = [LayerKind.System, LayerKind.Tenant, LayerKind.Feature, LayerKind.Agent];
    private readonly Dictionary<Selector, IReadOnlyList<FoundContribution>> _bySelector = [];
    private readonly Dictionary<long, Project> _projects = session.Projects.List(caller.OrganisationId)
        .Where(project => caller.Reaches(project.Name)).ToDictionary(project => project.Id);

    private IReadOnlyList<string> Keys => field ??= ExtendsKeys.Of(session, target);

    /// <summary>The contributions of all layers.</summary>
    /// <param name="selector">The request's selector.</param>
    /// <param name="overrides">Selectors of single layers.</param>
    public IReadOnlyList<FoundContribution> Find(Selector selector, IReadOnlyDictionary<LayerKind, Selector> overrides) =>
        [.. Layers.SelectMany(layer => Find(overrides.GetValueOrDefault(layer, selector), overrides.ContainsKey(layer)).Where(found => found.File.Contribution!.Layer == layer))];

    private IEnumerable<FoundContribution> Find(Selector selector, bool named)
    {
        if (!_bySelector.TryGetValue(selector, out var found))
        {
            found = [.. Select(selector).Where(IsVisible)];
            _bySelector[selector] = found;
        }
        var isTree = selector is Selector.Ref or Selector.Commit or Selector.Number;
        return isTree && !named ? found.Where(contribution => contribution.Project.Id == target.Project.Id) : found;
    }

    private bool IsVisible(FoundContribution found) =>
        found.File.Contribution is { } contribution
        && caller.Sees(LayerNames.Of(contribution.Layer), contribution.Scope?.ToString());

    private IEnumerable<FoundContribution> Select(Selector selector) => selector switch
    {
        Selector.Alias alias => Aliased(alias.Name.Value),
        Selector.Ref reference => _projects.Values.SelectMany(project => InRef(project, reference.Name.Value)),
        Selector.Commit commit => InTree(target.Project, new Resolver(objects, contents).FindCommit(session, target.Project, commit.Hex)),
        Selector.Number => InTree(target.Project, target.Commit),
        Selector.Release => throw new QuireException(ErrorKind.Invalid, "releases_not_available", "Releases of prompt sets cannot be composed yet.", "Select an alias, a number or a branch."),
        _ => session.Versions.LatestContributions(caller.OrganisationId, Keys).Select(entry => OfEntry(entry, true)).OfType<FoundContribution>(),
    };

    private IEnumerable<FoundContribution> Aliased(string alias)
    {
        var promoted = session.Versions.AliasedContributions(caller.OrganisationId, Keys, alias);
        var known = promoted.Select(entry => entry.Prompt.Id).ToHashSet();
        var others = session.Versions.LatestContributions(caller.OrganisationId, Keys).Where(entry => !known.Contains(entry.Prompt.Id));
        return promoted.Select(entry => OfEntry(entry, true)).Concat(others.Select(entry => OfEntry(entry, false))).OfType<FoundContribution>();
    }

    private IEnumerable<FoundContribution> InRef(Project project, string name)
    {
        var found = session.Refs.Find(project.Id, "refs/heads/" + name) ?? session.Refs.Find(project.Id, "refs/tags/" + name);
        return found is null ? [] : InTree(project, objects.Source(session, project.Id).Peel(found.Target).Id);
    }

    private IEnumerable<FoundContribution> InTree(Project project, ObjectId commit)
    {
        var source = objects.Source(session, project.Id);
        var tree = source.ReadCommit(commit).Tree;
        return Keys.SelectMany(key => contents.Contributions.Of(project, caller.Organisation, tree, source)[key]).Select(file => new FoundContribution
        {
            Project = project,
            Path = file.Name,
            Number = NumberOf(project, file),
            Blob = file.Blob,
            Commit = commit,
            File = contents.Parse(project.Id, file.FilePath, file.Blob, source).File!,
        });
    }

    private long? NumberOf(Project project, TreeContribution file) =>
        session.Prompts.Find(project.Id, file.Name) is { } prompt
            ? session.Versions.List(project.Id, prompt.Id, null, 50).FirstOrDefault(version => version.Blob == file.Blob && !version.Tombstone)?.Number
            : null;

    private FoundContribution? OfEntry(PromptEntry entry, bool promoted)
    {
        if (!_projects.TryGetValue(entry.Prompt.ProjectId, out var project))
            return null;
        var version = entry.Version;
        var file = contents.Parse(project.Id, version.FilePath, version.Blob, objects.Source(session, project.Id)).File;
        return file is null ? null : new FoundContribution
        {
            Project = project,
            Path = entry.Prompt.Path,
            Number = version.Number,
            Blob = version.Blob,
            Commit = version.Commit,
            File = file,
            IsPromoted = promoted,
        };
    }
}
