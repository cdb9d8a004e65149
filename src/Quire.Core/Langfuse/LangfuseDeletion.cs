using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.Names;

namespace Quire.Core.Langfuse;

/// <summary>Works out what a deletion deletes, and whom it would leave without what they name.</summary>
internal static class LangfuseDeletion
{
    private const int Page = 1_000;

    /// <summary>The commit that deletes versions: a tombstone on each, and the file too where none is left.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>langfuse_dependents</c>.</exception>
    public static CommitRequest Plan(ISession session, Principal caller, string projectName, string name, long? version, string? label)
    {
        var project = session.RequireProject(caller, projectName);
        var prompt = session.Prompts.Find(project.Id, name) ?? session.Prompts.FindMoved(project.Id, name) ?? throw NotFound();
        var all = Versions(session, prompt);
        var labels = session.Aliases.List(project.Id, [prompt.Id]).Select(alias => (alias.Name, alias.Number)).ToList();
        if (prompt.LatestNumber is { } latest)
            labels.Add((AliasName.Latest, latest));
        var doomed = all.Where(one => version is null || one.Number == version)
            .Where(one => label is null || labels.Contains((label, one.Number))).Select(one => one.Number).ToHashSet();
        if (doomed.Count == 0)
            throw NotFound();
        CheckDependents(session, prompt, doomed, [.. labels.Where(pair => !doomed.Contains(pair.Number)).Select(pair => pair.Name)], all.Count > doomed.Count);
        var isLast = all.Count == doomed.Count && prompt.TipBlob is not null;
        return new CommitRequest
        {
            Project = projectName,
            Message = $"Delete {prompt.Path}",
            Changes = isLast ? [new FileChange(prompt.FilePath) { Expected = prompt.TipBlob }] : [],
            Moves = [.. doomed.Order().Select(number => new AnnotationMove(prompt.Path, number, AnnotationKeys.Tombstone, "true"))],
        };
    }

    private static List<PromptVersion> Versions(ISession session, Prompt prompt)
    {
        var all = new List<PromptVersion>();
        IReadOnlyList<PromptVersion> page;
        for (long? before = null; (page = session.Versions.List(prompt.ProjectId, prompt.Id, before, Page)).Count > 0; before = page[^1].Number)
            all.AddRange(page.Where(version => version is { Tombstone: false, Layer: null }));
        return all;
    }

    // A label that another version still has, and 'latest' where a version is left, go on leading somewhere.
    private static void CheckDependents(ISession session, Prompt prompt, HashSet<long> doomed, HashSet<string> staying, bool isLeft)
    {
        if (isLeft)
            staying.Add(AliasName.Latest);
        HashSet<string> names = [prompt.Path, .. session.Prompts.Redirects(prompt.ProjectId, prompt.Id)];
        var broken = new List<string>();
        foreach (var entry in session.Versions.NamingOthers(prompt.ProjectId).Where(entry => entry.Prompt.Id != prompt.Id))
        {
            foreach (var tag in Named(entry.Version).Where(tag => names.Contains(tag.Name)))
            {
                if (tag.Version is { } number ? doomed.Contains(number) : !staying.Contains(tag.Label!))
                    broken.Add($"{entry.Prompt.Path} v{entry.Version.Number} depends on {tag.Name} {(tag.Version is { } named ? $"v{named}" : tag.Label)}");
            }
        }
        if (broken.Count > 0)
            throw Refuse(broken);
    }

    private static IEnumerable<LangfuseTag> Named(PromptVersion version) =>
        (PromptFacts.FromJson(version.Facts).Langfuse ?? []).Select(key => LangfuseTag.Read("name=" + key, 0, 0)).OfType<LangfuseTag>();

    private static QuireException NotFound() => new(ErrorKind.NotFound, "prompt_not_found", "Prompt not found");

    private static QuireException Refuse(List<string> broken)
    {
        const int MaxShown = 100;
        var shown = string.Join('\n', broken.Take(MaxShown));
        var more = broken.Count > MaxShown ? $"\n… and {broken.Count - MaxShown} more" : "";
        return new QuireException(ErrorKind.Invalid, "langfuse_dependents",
            $"Other prompts are depending on prompt versions you are trying to delete:\n\n{shown}{more}\n\nPlease delete the dependent prompts first.");
    }
}
