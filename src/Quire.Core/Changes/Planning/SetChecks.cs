using Quire.Core.Errors;
using Quire.Core.Organisations;
using Quire.Core.Sets;
using Quire.Prompts.Names;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Changes.Planning;

/// <summary>
/// Checks the prompt sets of a tree whose manifests change: that they can be read, do not lie in each other, and on the default branch have names of
/// their own among the sets and projects of the organisation.
/// </summary>
internal sealed class SetChecks(PlanningContext context)
{
    /// <summary>Refuses what does not hold.</summary>
    /// <exception cref="QuireException"><c>invalid_set</c>, <c>set_nested</c>, <c>set_exists</c>.</exception>
    public void Check(ObjectId? before, ObjectId after, bool isDefault)
    {
        var changed = TreeWalker.Diff(context.Objects, before, after).Where(change => change.New is not null && TreeSets.IsManifest(change.Path)).Select(change => change.Path).ToHashSet(StringComparer.Ordinal);
        if (changed.Count == 0)
            return;
        var sets = TreeSets.Read(context.Project, context.Objects, after);
        foreach (var set in sets.Where(set => changed.Contains(set.FilePath)))
            CheckName(set);
        CheckNesting(sets, changed);
        CheckOwnNames(sets, changed);
        if (isDefault)
            CheckOtherNames([.. sets.Where(set => changed.Contains(set.FilePath))]);
    }

    private static void CheckName(PromptSet set)
    {
        if (set.Problem is { } problem)
            throw SetManifest.Refuse(set.FilePath, problem);
        if (!ProjectName.TryParse(set.Name, out _, out var error))
            throw SetManifest.Refuse(set.FilePath, $"it has no name, and its folder's cannot be one: {error.Message}");
    }

    // By folder in order, so a set that holds others comes before them.
    private static void CheckNesting(IReadOnlyList<PromptSet> sets, HashSet<string> changed)
    {
        var folders = sets.ToDictionary(set => set.Folder, StringComparer.Ordinal);
        foreach (var set in sets)
        {
            if (Around(set, folders) is { } outer && (changed.Contains(set.FilePath) || changed.Contains(outer.FilePath)))
                throw new QuireException(ErrorKind.Rejected, "set_nested", $"The prompt set in '{set.Folder}' would lie inside the one in '{(outer.Folder.Length == 0 ? "/" : outer.Folder)}'.", "Keep one of the two manifests.");
        }
    }

    private static PromptSet? Around(PromptSet set, Dictionary<string, PromptSet> folders)
    {
        for (var folder = set.Folder; folder.Length > 0;)
        {
            var slash = folder.LastIndexOf('/');
            folder = slash < 0 ? "" : folder[..slash];
            if (folders.TryGetValue(folder, out var outer))
                return outer;
        }
        return null;
    }

    private static void CheckOwnNames(IReadOnlyList<PromptSet> sets, HashSet<string> changed)
    {
        foreach (var group in sets.GroupBy(set => set.Name, StringComparer.Ordinal).Where(group => group.Count() > 1 && group.Any(set => changed.Contains(set.FilePath))))
            throw Taken(group.Key, $"'{group.First().FilePath}' and '{group.ElementAt(1).FilePath}'");
    }

    private void CheckOtherNames(IReadOnlyList<PromptSet> sets)
    {
        var projects = context.Session.Projects.List(context.Project.OrganisationId);
        context.Fingerprint.Projects(context.Project.OrganisationId, projects.Count);
        foreach (var set in sets)
        {
            // The set at the root may be called like its project: it is the project.
            if (projects.FirstOrDefault(project => project.Name == set.Name && (project.Id != context.Project.Id || set.Folder.Length > 0)) is { } project)
                throw Taken(set.Name, $"the prompt set in '{context.Project.Name}:{set.FilePath}' and the project '{project.Name}'");
        }
        foreach (var project in projects.Where(project => project.Id != context.Project.Id))
            CheckAgainst(project, sets);
    }

    private void CheckAgainst(Project project, IReadOnlyList<PromptSet> sets)
    {
        var tip = context.Session.Refs.Find(project.Id, project.DefaultBranch)?.Target;
        context.Fingerprint.ForeignRef(project.Id, project.DefaultBranch, tip);
        if (tip is not { } head)
            return;
        var source = context.ObjectsOf(project.Id);
        var others = TreeSets.Read(project, source, source.ReadCommit(head).Tree);
        if (others.FirstOrDefault(other => sets.Any(set => set.Name == other.Name)) is { } taken)
            throw Taken(taken.Name, $"'{context.Project.Name}:{sets.First(set => set.Name == taken.Name).FilePath}' and '{project.Name}:{taken.FilePath}'");
    }

    private static QuireException Taken(string name, string both) =>
        new(ErrorKind.Conflict, "set_exists", $"The name '{name}' would mean two things: {both}.", "Sets and projects of an organisation share one space of names: choose another.");
}
