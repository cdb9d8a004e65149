using System.Globalization;
using Quire.Core.Git;
using Quire.Versioning.History;
using Quire.Versioning.Objects;

namespace Quire.AspNetCore.Git;

/// <summary>The arguments of a fetch. Version 0 of the protocol has the same words in other places.</summary>
internal sealed class FetchArguments
{
    private readonly Dictionary<string, HashSet<ObjectId>> _ids = new(StringComparer.Ordinal) { ["want"] = [], ["have"] = [], ["shallow"] = [] };
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _without = [];
    private string? _filter;
    private int _depth;
    private long? _since;

    private FetchArguments(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Read(line);
        Call = new FetchCall
        {
            Wants = [.. _ids["want"]],
            Haves = [.. _ids["have"]],
            Shallow = [.. _ids["shallow"]],
            Depth = _depth,
            IsRelative = Has("deepen-relative"),
            Since = _since,
            Without = _without,
            Filter = _filter switch { "blob:none" => FetchFilter.Blobs, "tree:0" => FetchFilter.Trees, _ => FetchFilter.None },
            TakesThin = Has("thin-pack"),
            Done = Has("done"),
            IncludeTags = Has("include-tag"),
        };
    }

    /// <summary>What the client wants and has.</summary>
    public FetchCall Call { get; }

    /// <summary>Whether the client asks for a new border of its history.</summary>
    public bool Deepens => _depth > 0 || _since is not null || _without.Count > 0;

    /// <summary>Why nothing comes of it, for the person who asked; null where something does.</summary>
    public string? Refusal => _filter is null || Call.Filter != FetchFilter.None ? null : "A fetch is filtered by blob:none or tree:0 here, or not at all.";

    /// <summary>Whether deltas may name their base by its place.</summary>
    public bool TakesOffsets => Has("ofs-delta");

    /// <summary>Whether a person reads along.</summary>
    public bool WantsProgress => !Has("no-progress");

    /// <summary>Whether the client said a word.</summary>
    public bool Has(string word) => _words.Contains(word);

    /// <summary>Reads them.</summary>
    /// <exception cref="Quire.Core.Errors.QuireException"><c>bad_request</c>.</exception>
    public static FetchArguments Parse(IEnumerable<string> lines) => new(lines);

    private void Read(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
            _words.Add(line);
        else
            Read(line[..space], line[(space + 1)..]);
    }

    private void Read(string word, string value)
    {
        if (_ids.TryGetValue(word, out var list))
            list.Add(ObjectId.TryParse(value, out var id) ? id : throw GitWords.Broken("an object id does not parse"));
        else if (word == "deepen" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var depth) && depth > 0)
            _depth = depth;
        else if (word == "deepen-since" && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var since))
            _since = since;
        else if (word == "deepen-not")
            Leave(value);
        else if (word == "filter")
            _filter = value;
        else
            throw GitWords.Broken($"'{word[..Math.Min(word.Length, 40)]}' is not possible here");
    }

    private void Leave(string name)
    {
        const int Most = 1000;
        if (_without.Count == Most)
            throw GitWords.Broken("it leaves out too many refs");
        _without.Add(name);
    }
}
