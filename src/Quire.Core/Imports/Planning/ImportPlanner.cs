using System.Globalization;
using Quire.Core.Errors;
using Quire.Core.Imports.Reading;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Templating.Diagnostics;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Imports.Planning;

/// <summary>Works out what an import does, item by item: what is there already is left alone, what is broken is told.</summary>
/// <param name="at">The project as it is.</param>
/// <param name="request">What is wanted.</param>
/// <param name="refused">What was refused before, by place in the source.</param>
/// <param name="progress">Hears how far it is.</param>
internal sealed class ImportPlanner(ImportSnapshot at, ImportRequest request, IReadOnlyDictionary<int, ImportFailure> refused, IProgress<ImportProgress>? progress)
{
    private const int Step = 50;
    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);
    private readonly List<ImportFailure> _failures = [];
    private readonly FileCheck _check = new(at.Policy);

    /// <summary>The plan.</summary>
    public ImportPlan Plan()
    {
        var items = request.Source.Items;
        var planned = new List<PlannedItem>();
        for (var index = 0; index < items.Count; index++)
        {
            if (index % Step == 0)
                progress?.Report(new ImportProgress("checking", index, items.Count));
            if (refused.TryGetValue(index, out var failure))
                _failures.Add(failure);
            else if (Try(items[index], index) is { } item)
                Add(item, planned);
        }
        progress?.Report(new ImportProgress("checking", items.Count, items.Count));
        return new ImportPlan(at.Project, at.Branch, at.Head, at.Parent, at.Sequence, planned, _failures);
    }

    // A label that cannot be an alias does not cost the version that it stands on.
    private void Add(PlannedItem item, List<PlannedItem> planned)
    {
        planned.Add(item);
        foreach (var version in at.IsDefault ? item.Item.Versions : [])
        {
            foreach (var alias in version.Aliases)
            {
                if (!AliasName.TryParse(alias, out _, out var problem))
                    _failures.Add(new ImportFailure(item.Item.Name, version.Origin, $"The version is here, but not its alias: {problem.Message}", problem.Hint));
            }
        }
    }

    private PlannedItem? Try(ImportItem item, int index)
    {
        PlannedItem? planned = null;
        Guard(item, item.Origin, () => planned = item.Versions[^1].Content is ImportContent.File && !item.IsHistory ? File(item, index) : Prompt(item, index));
        return planned;
    }

    private bool Guard(ImportItem item, string origin, Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (ItemRefusedException error)
        {
            _failures.Add(new ImportFailure(item.Name, origin, error.Message, error.Hint));
        }
        catch (ContentRefusedException error)
        {
            _failures.Add(Broken(item, origin, error.Findings));
        }
        catch (QuireException error) when (error.Error.Kind is ErrorKind.Invalid or ErrorKind.Rejected or ErrorKind.TooLarge or ErrorKind.Conflict)
        {
            _failures.Add(new ImportFailure(item.Name, origin, error.Error.Message, error.Error.Hint));
        }
        return false;
    }

    /// <summary>The failure of an item whose text is refused.</summary>
    public static ImportFailure Broken(ImportItem item, string origin, IReadOnlyList<Diagnostic> findings) => new(item.Name, origin, findings[0].Message, findings[0].Hint ?? string.Create(CultureInfo.InvariantCulture, $"Correct line {findings[0].Line}, column {findings[0].Column}."))
    {
        Findings = [.. findings.Select(finding => finding with { File = finding.File is null || finding.File == origin ? origin : $"{origin} ({finding.File})" })],
    };

    // A file as it shall stand: compared with what stands at its path now.
    private PlannedItem File(ImportItem item, int index)
    {
        var version = item.Versions[^1];
        var content = (ImportContent.File)version.Content;
        var path = Placed(content.Path);
        var file = new PlannedFile(path, content.Bytes, content.IsExecutable, version.Message);
        var standing = at.At(path);
        var same = standing is { } entry && entry.Id == GitObject.Blob(content.Bytes).Id && entry.Mode == (content.IsExecutable ? EntryMode.Executable : EntryMode.File);
        var name = FileRole.Classify(path, content.Bytes.Span).PromptName;
        Take(name?.FoldedKey ?? CaseFolding.Fold(path), path, version.Origin);
        var parsed = same ? null : _check.Check(file);
        var stored = name is null || !at.IsDefault ? null : at.Find(name.Value, isDotted: false);
        var next = (stored?.Prompt.LastNumber ?? 0) + 1;
        var number = name is null || !at.IsDefault ? (long?)null : same ? stored?.Prompt.LatestNumber : next;
        return new PlannedItem
        {
            Index = index,
            Item = item,
            Path = name?.Value ?? path,
            IsNew = standing is null,
            Files = same ? [] : [file],
            Numbers = same || number is null ? [] : [next],
            Moves = number is { } on ? new ImportMoves(stored, name!.Value).Of(item, [on], (parsed ?? at.Parse(path, standing!.Value.Id)).Facts.Tags) : [],
        };
    }

    private PlannedItem? Prompt(ImportItem item, int index)
    {
        var name = Placed(item.Name);
        if (!PromptPath.TryParse(name, out var path, out var problem))
            throw problem.AsException();
        var stored = at.Find(path.Value, item.IsDotted);
        path = stored is null ? path : PromptPath.Parse(stored.Prompt.Path);
        Take(path.FoldedKey, path.Value, item.Origin);
        var standing = at.Standing(path, stored);
        var current = standing is { } file ? at.Parse(file.Path, file.Blob) : null;
        if (current?.File is { IsContribution: true } && item.Versions[^1].Content is ImportContent.Parts)
            throw new ItemRefusedException($"'{path}' adds to another prompt here, for which the source has no form.", "Import into another folder.");
        var series = new ImportSeries(path, stored, standing, current, item, at.IsDefault, request.Folder);
        foreach (var version in series.ToWrite)
            Guard(item, version.Origin, () => series.Write(version, _check));
        if (series.IsLost)
            return null;
        return new PlannedItem
        {
            Index = index,
            Item = item,
            Path = path.Value,
            IsNew = standing is null,
            Files = series.Files,
            Numbers = at.IsDefault ? series.Numbers : [],
            Removes = standing is { } old && series.Files.Count > 0 && series.Files[0].Path != old.Path ? old.Path : null,
            Moves = at.IsDefault ? new ImportMoves(stored, path.Value).Of(item, series.NumberOf, series.Tags) : [],
        };
    }

    private string Placed(string path) => string.IsNullOrEmpty(request.Folder) ? path : $"{request.Folder.TrimEnd('/')}/{path}";

    private void Take(string key, string path, string origin)
    {
        if (!_taken.TryAdd(key, $"'{path}' of {origin}"))
            throw new ItemRefusedException($"'{path}' and {_taken[key]} are one prompt: names are unique whatever the case.", "Rename one of them, or keep one row per prompt.");
    }
}
