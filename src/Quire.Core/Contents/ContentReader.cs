using Quire.Core.Caching;
using Quire.Prompts;
using Quire.Prompts.Files;
using Quire.Prompts.PromptFiles;
using Quire.Prompts.Tokens;
using Quire.Versioning.Objects;

namespace Quire.Core.Contents;

/// <summary>Reads files of trees, once per content: the same path and blob always give the same result.</summary>
public sealed class ContentReader
{
    private const long Budget = 128 * 1024 * 1024;
    private const int Overhead = 2_000;
    private const int PerByte = 6;
    private readonly MemoryCache<(long Project, ObjectId Blob, string Path), Entry> _cache = new(Budget, static (_, entry) => entry.Weight);

    private readonly ContentReader? _below;
    private readonly IReadOnlySet<ObjectId>? _own;

    /// <summary>Reads files, and remembers what it read.</summary>
    /// <param name="tokens">Counts the tokens of contents; null for an estimate.</param>
    public ContentReader(TokenCounter? tokens = null) => (Contributions, Tokens) = (new TreeContributions(this), tokens ?? TokenCounter.Estimating);

    private ContentReader(ContentReader below, IReadOnlySet<ObjectId> own)
        : this(below.Tokens) => (_below, _own) = (below, own);

    /// <summary>Counts the tokens of contents, and of what is made of them.</summary>
    public TokenCounter Tokens { get; }

    /// <summary>A reader for contents that are not stored, which this one never sees; everything else is read through it.</summary>
    internal ContentReader With(IReadOnlySet<ObjectId> own) => new(this, own);

    /// <summary>The contributions that stand in trees.</summary>
    internal TreeContributions Contributions { get; }

    /// <summary>Reads the file at a path.</summary>
    /// <param name="projectId">The project, part of the cache's key.</param>
    /// <param name="filePath">The file's path in its tree.</param>
    /// <param name="blob">Its content.</param>
    /// <param name="objects">Where the content is read from where it is not known yet.</param>
    public ParsedFile Parse(long projectId, string filePath, ObjectId blob, IObjectSource objects)
    {
        if (_below is not null && !_own!.Contains(blob))
            return _below.Parse(projectId, filePath, blob, objects);
        var key = (projectId, blob, filePath);
        if (_cache.TryGet(key, out var known))
            return known.File;
        var bytes = objects.ReadBlob(blob).Span;
        var parsed = Parse(filePath, bytes);
        _cache.Set(key, new Entry(parsed, Overhead + (parsed.File?.Format is null or PromptFormat.Text ? bytes.Length : (long)bytes.Length * PerByte)));
        return parsed;
    }

    /// <summary>Reads a file that is not stored.</summary>
    public static ParsedFile Parse(string filePath, ReadOnlySpan<byte> bytes)
    {
        var role = FileRole.Classify(filePath, bytes);
        if (role.PromptName is null)
            return new ParsedFile(role, null, [], new PromptFacts());
        var result = PromptFileParser.Parse(filePath, bytes);
        return new ParsedFile(role, result.File, result.Diagnostics, result.File is { } file ? PromptFacts.Of(file) : new PromptFacts());
    }

    /// <summary>The prompt that a file at this path would be, if it were text; null where the path is no prompt's.</summary>
    public static string? NameOf(string filePath) => FileRole.Classify(filePath, []).PromptName?.Value;

    private sealed record Entry(ParsedFile File, long Weight);
}
