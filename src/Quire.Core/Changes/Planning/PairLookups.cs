using Quire.Core.Prompts;
using Quire.Prompts;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Changes.Planning;

/// <summary>Reads bases and contributions for the checks of pairs, noting in the fingerprint what was read.</summary>
internal static class PairLookups
{
    /// <summary>Project and path of a key <c>project:path</c>.</summary>
    public static (string Project, string Path) Split(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return (key[..colon], key[(colon + 1)..]);
    }

    /// <summary>The prompt at a path of a tree of the changed project; null where there is none, or it does not parse.</summary>
    public static PromptFile? InTree(PlanningContext context, ObjectId tree, string path)
    {
        if (!PromptPath.TryParse(path, out var name, out _))
            return null;
        foreach (var format in (PromptFormat[])[PromptFormat.Markdown, PromptFormat.Yaml, PromptFormat.Text])
        {
            var file = FileRole.FilePath(name, format);
            if (TreeWalker.Find(context.Objects, tree, file) is { Mode: not EntryMode.Tree } entry)
                return context.Contents.Parse(context.Project.Id, file, entry.Id, context.Objects).File;
        }
        return null;
    }

    /// <summary>The latest version of a base in another project of the organisation.</summary>
    public static PromptFile? LatestBase(PlanningContext context, string projectName, string path)
    {
        if (!context.Change.Actor.Reaches(projectName) || context.Session.Projects.Find(context.Project.OrganisationId, projectName) is not { } project)
            return null;
        context.Fingerprint.ForeignRef(project.Id, project.DefaultBranch, context.Session.Refs.Find(project.Id, project.DefaultBranch)?.Target);
        var prompt = context.Session.Prompts.Find(project.Id, path) ?? context.Session.Prompts.FindMoved(project.Id, path);
        return prompt?.LatestNumber is { } number && context.Session.Versions.Find(project.Id, prompt.Id, number) is { } version
            ? Read(context, version)
            : null;
    }

    /// <summary>The latest contributions to a base from other projects of the organisation.</summary>
    public static IEnumerable<KeyValuePair<string, PromptFile>> LatestElsewhere(PlanningContext context, string key)
    {
        var projects = context.Session.Projects.List(context.Project.OrganisationId).ToDictionary(project => project.Id);
        foreach (var entry in context.Session.Versions.LatestContributions(context.Project.OrganisationId, [key]).Where(entry => entry.Prompt.ProjectId != context.Project.Id))
        {
            var project = projects[entry.Prompt.ProjectId];
            context.Fingerprint.ForeignRef(project.Id, project.DefaultBranch, context.Session.Refs.Find(project.Id, project.DefaultBranch)?.Target);
            if (Read(context, entry.Version) is { IsContribution: true } file)
                yield return KeyValuePair.Create($"{project.Name}:{entry.Prompt.Path}", file);
        }
    }

    /// <summary>The file of a stored or planned version; null where it does not parse.</summary>
    public static PromptFile? Read(PlanningContext context, PromptVersion version) =>
        context.Contents.Parse(version.ProjectId, version.FilePath, version.Blob, context.ObjectsOf(version.ProjectId)).File;
}
