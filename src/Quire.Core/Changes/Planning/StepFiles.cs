using Quire.Core.Contents;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Changes.Planning;

/// <summary>What one first-parent step does to prompts: which are there with new content, which are gone.</summary>
internal sealed class StepFiles(PlanningContext context, ObjectId newTree)
{
    /// <summary>Prompts with new content, by name.</summary>
    public SortedDictionary<string, StepFile> Present { get; } = new(StringComparer.Ordinal);

    /// <summary>Prompts that are gone, by name.</summary>
    public SortedDictionary<string, PromptState> Vanished { get; } = new(StringComparer.Ordinal);

    /// <summary>The names among <see cref="Present"/> that did not stand before.</summary>
    public IReadOnlySet<string> Appeared { get; private set; } = new HashSet<string>();

    /// <summary>Sorts the changed files of a step.</summary>
    public static StepFiles Sort(PlanningContext context, IReadOnlyList<TreeChange> changes, ObjectId newTree)
    {
        var files = new StepFiles(context, newTree);
        foreach (var change in changes)
            files.Come(change);
        foreach (var change in changes)
            files.Go(change);
        files.Appeared = files.Present.Keys.Where(name => context.Prompts.Find(name) is not { Stands: true }).ToHashSet(StringComparer.Ordinal);
        return files;
    }

    private void Come(TreeChange change)
    {
        if (change.New is not { } file || change.Old?.Id == file.Id)
            return;
        var content = context.Contents.Parse(context.Project.Id, change.Path, file.Id, context.Objects);
        if (content.Role.PromptName is { } name && !IsTaken(name.Value, change.Path))
            Present.TryAdd(name.Value, new StepFile(name.Value, change.Path, file.Id));
    }

    private void Go(TreeChange change)
    {
        if (change.Old is not { } file || change.New?.Id == file.Id || ContentReader.NameOf(change.Path) is not { } name)
            return;
        if (!Present.ContainsKey(name) && context.Prompts.Find(name) is { Stands: true } state && state.Prompt.FilePath == change.Path)
            Vanished.TryAdd(name, state);
    }

    // In a tree from outside two files may claim one name; the one that has it keeps it.
    private bool IsTaken(string name, string filePath) =>
        context.Prompts.Find(name) is { Stands: true } state && state.Prompt.FilePath != filePath
        && TreeWalker.Find(context.Objects, newTree, state.Prompt.FilePath) is not null;
}
