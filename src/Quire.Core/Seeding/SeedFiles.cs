using Quire.Core.Changes.Planning;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Seeding;

/// <summary>Finds the places of a manifest's prompts, and what is wrong with it before anything is asked of the store.</summary>
internal static class SeedFiles
{
    /// <summary>The prompts with their paths.</summary>
    /// <exception cref="QuireException"><c>invalid_manifest</c>, <c>invalid_name</c>, <c>rejected</c> with every finding, <c>too_large</c>.</exception>
    public static IReadOnlyList<SeedFile> Of(SeedManifest manifest)
    {
        if (manifest.Items.Count == 0)
            throw Refuse("The manifest has no prompts.", "Write at least one under 'prompts'.");
        QuireLimits.SeedPrompts.Check(manifest.Items.Count, "The manifest");
        CheckRenames(manifest);
        var files = manifest.Items.Select(item => new SeedFile(item, PathOf(item, manifest))).ToList();
        CheckPaths(files);
        CheckTexts(files);
        return files;
    }

    private static void CheckRenames(SeedManifest manifest)
    {
        var names = manifest.Items.Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        if (manifest.Renames.Keys.FirstOrDefault(name => !names.Contains(name)) is { } stray)
            throw Refuse($"The renames name '{stray}', which is no prompt of the manifest.", "Take it out, or add the prompt.");
    }

    private static PromptPath PathOf(SeedItem item, SeedManifest manifest) =>
        PromptPath.TryParse(manifest.Renames.TryGetValue(item.Name, out var renamed) ? renamed : item.Name, out var path, out var problem) ? path : throw problem.AsException();

    private static void CheckPaths(List<SeedFile> files)
    {
        var seen = new Dictionary<string, SeedFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!seen.TryAdd(file.Path.FoldedKey, file))
                throw Refuse($"'{file.Item.Name}' and '{seen[file.Path.FoldedKey].Item.Name}' are both the prompt '{file.Path}'.", "Give one of them another path under 'renames'.");
        }
    }

    private static void CheckTexts(List<SeedFile> files)
    {
        var findings = files.SelectMany(file => ContentReader.Parse(FileRole.FilePath(file.Path, file.Item.Format), file.Item.Source.Span).Diagnostics).ToList();
        if (findings.Any(finding => finding.Severity == Severity.Error))
            throw Rejection.Of("The manifest is refused", findings);
    }

    private static QuireException Refuse(string reason, string fix) => new(ErrorKind.Invalid, "invalid_manifest", reason, fix);
}
