using Quire.Core.Limits;

namespace Quire.Core.Imports.Reading;

/// <summary>Collects versions as they are read, and puts those of one prompt together.</summary>
/// <param name="format">The format that is read.</param>
internal sealed class ItemCollector(ImportFormat format)
{
    private readonly Dictionary<string, List<ReadVersion>> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<(string Name, long Number)> _numbers = [];
    private readonly List<string> _order = [];
    private readonly List<ImportFailure> _failures = [];
    private readonly List<string> _skipped = [];
    private int _count;

    /// <summary>Reads one thing; where it is refused, that is noted and the reading goes on.</summary>
    public void Try(string name, string origin, Action read)
    {
        try
        {
            read();
        }
        catch (ItemRefusedException refused)
        {
            Fail(name, origin, refused.Message, refused.Hint);
        }
    }

    /// <summary>Notes what could not be read.</summary>
    public void Fail(string name, string origin, string reason, string? hint = null)
    {
        Count();
        _failures.Add(new ImportFailure(name, origin, reason, hint));
    }

    /// <summary>Notes what is no prompt.</summary>
    public void Skip(string name) => _skipped.Add(name);

    /// <summary>Adds a version of a prompt.</summary>
    /// <exception cref="ItemRefusedException">The prompt is there already and one of the two has no number, or they have the same.</exception>
    public void Add(string name, ImportVersion version, ImportItem? prompt = null)
    {
        if (!_byName.TryGetValue(name, out var known))
        {
            _byName[name] = known = [];
            _order.Add(name);
            _numbers.Add((name, version.Number ?? 0));
        }
        else if (version.Number is null || known[0].Version.Number is null || !_numbers.Add((name, version.Number.Value)))
        {
            throw new ItemRefusedException($"'{name}' is also the prompt of {known[0].Version.Origin}.", "Keep one row per prompt, or give each of its rows a version.");
        }
        Count();
        known.Add(new ReadVersion(version, prompt));
    }

    /// <summary>What was read.</summary>
    public ImportSource Source() => new(format, [.. _order.Select(Item)], _failures, _skipped);

    private void Count() => QuireLimits.ImportVersions.Check(++_count, "The import");

    // What is said of the prompt as a whole is said by its newest version.
    private ImportItem Item(string name)
    {
        var versions = _byName[name].OrderBy(read => read.Version.Number).ToList();
        var of = versions.FindLast(read => read.Prompt is not null)?.Prompt;
        return (of ?? new ImportItem { Name = name, Versions = [] }) with { Name = name, Versions = [.. versions.Select(read => read.Version)] };
    }

    private sealed record ReadVersion(ImportVersion Version, ImportItem? Prompt);
}
