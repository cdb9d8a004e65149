using Quire.Core.Contents;
using Quire.Core.Prompts;
using Quire.Prompts.Names;
using Quire.Versioning.Objects;

namespace Quire.Core.Imports.Planning;

/// <summary>
/// The versions of one prompt beside those that are stored. A history is continued: of its versions, the first ones that stand in the store in this
/// order are there already, whatever was written between them, and the rest is new. One version alone is compared with what stands there now.
/// </summary>
internal sealed class ImportSeries
{
    private readonly PromptPath _path;
    private readonly StoredPrompt? _stored;
    private readonly (string Path, ObjectId Blob)? _standing;
    private readonly ParsedFile? _current;
    private readonly ImportItem _item;
    private readonly string? _folder;
    private readonly Dictionary<ImportVersion, long> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<PlannedFile> _files = [];
    private readonly int _known;

    /// <summary>Compares.</summary>
    public ImportSeries(PromptPath path, StoredPrompt? stored, (string Path, ObjectId Blob)? standing, ParsedFile? current, ImportItem item, bool isDefault, string? folder)
    {
        (_path, _stored, _standing, _current, _item, _folder) = (path, stored, standing, current, item, folder);
        Tags = current?.Facts.Tags ?? item.Tags ?? [];
        _known = !isDefault ? KnownOnBranch() : item.IsHistory ? KnownHistory() : KnownNow();
    }

    /// <summary>The versions that are new, oldest first.</summary>
    public IEnumerable<ImportVersion> ToWrite => _item.Versions.Skip(_known);

    /// <summary>The files to write, each different from the one before.</summary>
    public IReadOnlyList<PlannedFile> Files => _files;

    /// <summary>The numbers that the files get.</summary>
    public IReadOnlyList<long> Numbers => [.. Enumerable.Range(1, _files.Count).Select(step => (_stored?.Prompt.LastNumber ?? 0) + step)];

    /// <summary>The numbers of the versions; null for one that was refused.</summary>
    public IReadOnlyList<long?> NumberOf => [.. _item.Versions.Select(version => _numbers.TryGetValue(version, out var number) ? number : (long?)null)];

    /// <summary>The tags of the front matter of the newest version.</summary>
    public IReadOnlyList<string> Tags { get; private set; }

    /// <summary>Whether nothing of it can be imported, so that it has no place in the report but its failures.</summary>
    public bool IsLost => _numbers.Count == 0;

    /// <summary>Adds a version to what is written. Where it is as the one before, that one stands for it.</summary>
    public void Write(ImportVersion version, FileCheck check)
    {
        var file = FileOf(version);
        var previous = _files.Count > 0 ? (_files[^1].Path, GitObject.Blob(_files[^1].Bytes).Id) : _standing;
        if (previous == (file.Path, GitObject.Blob(file.Bytes).Id))
        {
            _numbers[version] = _files.Count > 0 ? (_stored?.Prompt.LastNumber ?? 0) + _files.Count : _stored?.Prompt.LatestNumber ?? 0;
            return;
        }
        var parsed = check.Check(file);
        if (parsed.Role.PromptName?.Value != _path.Value)
            throw new Reading.ItemRefusedException($"its file '{file.Path}' would not be the prompt '{_path}'.", "Name the file as the prompt.");
        _files.Add(file);
        _numbers[version] = (_stored?.Prompt.LastNumber ?? 0) + _files.Count;
        Tags = parsed.Facts.Tags;
    }

    private PlannedFile FileOf(ImportVersion version)
    {
        if (version.Content is ImportContent.File file)
            return new PlannedFile(string.IsNullOrEmpty(_folder) ? file.Path : $"{_folder.TrimEnd('/')}/{file.Path}", file.Bytes, file.IsExecutable, version.Message);
        var (path, bytes) = PartsFile.Write(_path, ((ImportContent.Parts)version.Content).Said, _current?.File, _item.Tags ?? []);
        return new PlannedFile(path, bytes, false, version.Message);
    }

    private int KnownHistory()
    {
        var known = 0;
        PromptVersion? last = null;
        foreach (var version in _stored?.Versions ?? [])
        {
            if (!IsAs(known, version))
                known = SkipRepeated(known, last);
            if (!IsAs(known, version))
                continue;
            _numbers[_item.Versions[known++]] = version.Number;
            last = version;
        }
        known = SkipRepeated(known, last);
        // A prompt that was deleted comes back with the newest version.
        if (_standing is not null || known < _item.Versions.Count)
            return known;
        _numbers.Remove(_item.Versions[^1]);
        return known - 1;
    }

    private bool IsAs(int index, PromptVersion version) => index < _item.Versions.Count && _stored!.Says(_item.Versions[index].Content, version);

    // Versions that say the same one after the other may share a number here.
    private int SkipRepeated(int known, PromptVersion? last)
    {
        while (last is not null && IsAs(known, last))
            _numbers[_item.Versions[known++]] = last.Number;
        return known;
    }

    private int KnownNow()
    {
        if (_standing is null || _stored?.Versions.LastOrDefault(version => !version.Tombstone) is not { } latest || !_stored.Says(_item.Versions[0].Content, latest))
            return 0;
        _numbers[_item.Versions[0]] = latest.Number;
        return 1;
    }

    // On another branch nothing is numbered: only the newest version counts.
    private int KnownOnBranch()
    {
        var newest = _item.Versions[^1];
        foreach (var version in _item.Versions)
            _numbers[version] = 0;
        return newest.Content is ImportContent.Parts parts && PartsFile.Fits(parts.Said, _current?.File, null) ? _item.Versions.Count : _item.Versions.Count - 1;
    }
}
