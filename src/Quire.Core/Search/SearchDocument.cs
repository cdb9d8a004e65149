using System.Text;

namespace Quire.Core.Search;

/// <summary>What search knows of a prompt.</summary>
public sealed record SearchDocument
{
    private const int MostWords = 10_000;
    private const int MostBytes = 400_000;

    /// <summary>The prompt.</summary>
    public required long PromptId { get; init; }

    /// <summary>Its project.</summary>
    public required long ProjectId { get; init; }

    /// <summary>Its latest version.</summary>
    public required long Number { get; init; }

    /// <summary>Its path.</summary>
    public required string Path { get; init; }

    /// <summary>The layer of a contribution; null for a base.</summary>
    public string? Layer { get; init; }

    /// <summary>The scope of a contribution; null where it holds for every scope.</summary>
    public string? Scope { get; init; }

    /// <summary>The tenant who alone sees it, of keys that are bound to tenants; null where all do.</summary>
    public string? Tenant => Layer == "tenant" ? Scope : null;

    /// <summary>What it is for; empty for nothing.</summary>
    public required string Description { get; init; }

    /// <summary>Its tags.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Its text, without front matter.</summary>
    public required string Body { get; init; }

    /// <summary>Words of Quire's own, for filters and visibility.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    /// <summary>
    /// All words in order: the marks, then path, tags, description and text, cut and folded. None has a space, a quotation mark or a backslash. The same
    /// document always has the same, so an index need not keep them to be able to take them out.
    /// </summary>
    public IReadOnlyList<string> Words()
    {
        var words = Marks.Append(SearchMarks.Border).ToList();
        var bytes = 0;
        foreach (var field in (IEnumerable<string>)[Path, .. Tags, Description, Body])
        {
            foreach (var word in WordCutter.Cut(field, MostWords))
            {
                bytes += Encoding.UTF8.GetByteCount(word) + 1;
                if (words.Count >= MostWords || bytes > MostBytes)
                    return words;
                words.Add(word);
            }
            words.Add(SearchMarks.Border);
        }
        return words;
    }
}
