using Quire.Core.Caching;
using Quire.Core.Organisations;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Contents;

/// <summary>The contributions that stand in a tree, by the base that they extend. A tree never changes, so each is looked through once.</summary>
internal sealed class TreeContributions(ContentReader contents)
{
    private const long Budget = 16 * 1024 * 1024;
    private const int PerContribution = 300;
    private readonly MemoryCache<(long ProjectId, ObjectId Tree), ILookup<string, TreeContribution>> _cache =
        new(Budget, static (_, lookup) => 500 + (lookup.Sum(group => group.Count()) * PerContribution));

    /// <summary>The contributions of a project's tree, by <c>project:path</c> of their base.</summary>
    public ILookup<string, TreeContribution> Of(Project project, string organisation, ObjectId tree, IObjectSource source)
    {
        if (_cache.TryGet((project.Id, tree), out var known))
            return known;
        var found = Look(project, organisation, tree, source).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        _cache.Set((project.Id, tree), found);
        return found;
    }

    private IEnumerable<KeyValuePair<string, TreeContribution>> Look(Project project, string organisation, ObjectId tree, IObjectSource source)
    {
        foreach (var file in TreeWalker.Files(source, tree).Where(file => file.Path.Contains(".prompt.", StringComparison.OrdinalIgnoreCase)))
        {
            var content = contents.Parse(project.Id, file.Path, file.Id, source);
            if (content is { File: { IsContribution: true } prompt } && content.Facts.ExtendsIn(project.Name, organisation) is { } key)
                yield return KeyValuePair.Create(key, new TreeContribution(prompt.Name.Value, file.Path, file.Id));
        }
    }
}
