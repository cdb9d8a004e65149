using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Organisations;
using Quire.Prompts.PromptFiles;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Changes.Planning;

/// <summary>Checks, for a branch that moves, the pairs of base and contribution that its changed files touch.</summary>
internal sealed class TreeFitting(PlanningContext context, ObjectId? oldTree, ObjectId newTree, bool isDefault)
{
    private readonly Project _project = context.Project;
    private readonly string _organisation = context.Change.Actor.Organisation;

    /// <summary>Refuses what does not fit.</summary>
    public void Check()
    {
        var changes = TreeWalker.Diff(context.Objects, oldTree, newTree).Where(change => change.Old?.Id != change.New?.Id).ToList();
        var brought = changes.Where(change => change.New is not null).Select(change => change.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var key in changes.SelectMany(Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Check(key, brought);
    }

    private void Check(string key, IReadOnlySet<string> changedFiles)
    {
        var after = Pair(key, newTree);
        if (after.Contributions.Count == 0)
            return;
        var brought = after.Contributions.Where(contribution => changedFiles.Contains(contribution.Value.FilePath) && IsHere(contribution.Key))
            .Select(contribution => contribution.Key).ToHashSet(StringComparer.Ordinal);
        Breaks.Judge(context, oldTree is { } old ? Pair(key, old) : StoredPair.None, after, brought, onlyWarn: !isDefault);
    }

    // Which bases a changed file touches: itself, or those that it extends and extended.
    private IEnumerable<string> Keys(TreeChange change) => new[] { change.Old, change.New }.OfType<TreeFile>().Select(file => Key(file)).OfType<string>();

    private string? Key(TreeFile file)
    {
        var content = context.Contents.Parse(_project.Id, file.Path, file.Id, context.Objects);
        return content switch
        {
            { File.IsContribution: true } => content.Facts.ExtendsIn(_project.Name, _organisation) ?? throw Foreign(file, content),
            { Role.PromptName: { } name } => $"{_project.Name}:{name.Value}",
            _ => null,
        };
    }

    private static QuireException Foreign(TreeFile file, ParsedFile content) => new(ErrorKind.Rejected, "rejected",
        $"'{file.Path}' extends '{content.Facts.Extends}', which is in another organisation.", "A contribution and its base belong to one organisation.");

    private static bool IsHere(string name) => !name.Contains(':');

    private StoredPair Pair(string key, ObjectId tree)
    {
        var here = context.Contents.Contributions.Of(_project, _organisation, tree, context.Objects)[key]
            .Select(file => KeyValuePair.Create(file.Name, context.Contents.Parse(_project.Id, file.FilePath, file.Blob, context.Objects).File!));
        var elsewhere = isDefault ? PairLookups.LatestElsewhere(context, key) : [];
        return new StoredPair(Base(key, tree), [.. here, .. elsewhere]);
    }

    private PromptFile? Base(string key, ObjectId tree)
    {
        var (project, path) = PairLookups.Split(key);
        return project == _project.Name
            ? PairLookups.InTree(context, tree, path) ?? (Moved(path) is { } moved ? PairLookups.InTree(context, tree, moved) : null)
            : PairLookups.LatestBase(context, project, path);
    }

    private string? Moved(string path) =>
        context.Prompts.All.FirstOrDefault(state => state.LeftPaths.Contains(path))?.Prompt.Path ?? context.Session.Prompts.FindMoved(_project.Id, path)?.Path;
}
