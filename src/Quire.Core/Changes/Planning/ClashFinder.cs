using Quire.Core.Contents;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Templating.Diagnostics;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Changes.Planning;

/// <summary>Finds files beside the changed ones that would be the same prompt, whatever the case. Folders are read once each.</summary>
internal sealed class ClashFinder(PlanningContext context, ObjectId root)
{
    private readonly Dictionary<ObjectId, ILookup<string, TreeEntry>> _folders = [];

    /// <summary>Adds a finding for each clash that a changed file takes part in.</summary>
    public void Find(IEnumerable<TreeChange> changes, List<Diagnostic> found)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (ContentReader.NameOf(change.Path) is not { } name || !IsPrompt(change.Path, change.New!.Value.Id))
                continue;
            foreach (var other in Twins(root, "", Fold(name).Split('/'), 0))
            {
                if (other.Path != change.Path && IsPrompt(other.Path, other.Id) && reported.Add(Pair(change.Path, other.Path)))
                    found.Add(Refusals.Of(new NameClash(other.Path, change.Path, PromptPath.Parse(name)).ToError(), change.Path));
            }
        }
    }

    private static string Pair(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? $"{one}\n{other}" : $"{other}\n{one}";

    private IEnumerable<TreeFile> Twins(ObjectId folder, string path, string[] segments, int depth)
    {
        var last = depth == segments.Length - 1;
        foreach (var entry in Folder(folder)[segments[depth]])
        {
            var full = path.Length == 0 ? entry.Name : $"{path}/{entry.Name}";
            if (entry.Mode == EntryMode.Tree && !last)
            {
                foreach (var below in Twins(entry.Id, full, segments, depth + 1))
                    yield return below;
            }
            else if (entry.Mode != EntryMode.Tree && last)
            {
                yield return new TreeFile(full, entry.Mode, entry.Id);
            }
        }
    }

    private ILookup<string, TreeEntry> Folder(ObjectId id)
    {
        if (!_folders.TryGetValue(id, out var entries))
        {
            entries = context.Objects.ReadTree(id).Entries.ToLookup(entry => Fold(entry.Mode == EntryMode.Tree ? entry.Name : ContentReader.NameOf(entry.Name) ?? entry.Name));
            _folders[id] = entries;
        }
        return entries;
    }

    private bool IsPrompt(string path, ObjectId blob) =>
        context.Contents.Parse(context.Project.Id, path, blob, context.Objects).Role.PromptName is not null;

    private static string Fold(string name) => CaseFolding.Fold(name);
}
