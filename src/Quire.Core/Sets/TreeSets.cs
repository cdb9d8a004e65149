using Quire.Core.Organisations;
using Quire.Prompts.Files;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Sets;

/// <summary>Finds the prompt sets of a tree.</summary>
internal static class TreeSets
{
    /// <summary>The sets, by folder.</summary>
    public static IReadOnlyList<PromptSet> Read(Project project, IObjectSource objects, ObjectId tree) =>
        [.. TreeWalker.Files(objects, tree).Where(file => IsManifest(file.Path)).Select(file => Read(project, objects, file)).OrderBy(set => set.Folder, StringComparer.Ordinal)];

    /// <summary>Whether a path is a set's manifest.</summary>
    public static bool IsManifest(string path) =>
        path.EndsWith(PromptSet.FileName, StringComparison.Ordinal) && FileRole.Classify(path, []) is FileRole.SetFile { IsLock: false };

    private static PromptSet Read(Project project, IObjectSource objects, TreeFile file)
    {
        var folder = file.Path.Length == PromptSet.FileName.Length ? "" : file.Path[..^(PromptSet.FileName.Length + 1)];
        var standard = folder.Length == 0 ? project.Name : folder[(folder.LastIndexOf('/') + 1)..];
        try
        {
            var manifest = SetManifest.Parse(objects.ReadBlob(file.Id).Span);
            return new PromptSet(manifest.Name ?? standard, folder, file.Id, manifest, null);
        }
        catch (FormatException error)
        {
            return new PromptSet(standard, folder, file.Id, null, error.Message);
        }
    }
}
