using System.Globalization;

namespace Quire.Storage.Postgres;

/// <summary>Blocks of 16,384 ids, each with a word of its own in the index, so that the newest prompts can be looked through before all others.</summary>
internal static class SearchBlocks
{
    private const int Width = 14;

    // The sign that begins words of Quire's own, and a letter that no other of them has.
    private const string Sign = "¶b";

    /// <summary>The word by which a prompt is found in its block.</summary>
    public static string Mark(long promptId) => string.Create(CultureInfo.InvariantCulture, $"{Sign}{promptId >> Width}");

    /// <summary>
    /// What to look through, newest first, as rows <c>s</c>: <c>match</c>, what to look for, and <c>below</c>, the id below which. First the last two blocks, of
    /// which at least one is full, and then what is left.
    /// </summary>
    /// <param name="match">What is looked for.</param>
    /// <param name="before">The id below which prompts are wanted.</param>
    public static string Newest(string match, string before) =>
        $"(SELECT (least({before}, max(prompt_id) + 1) - 1) >> {Width} AS last FROM search_words) b CROSS JOIN LATERAL (VALUES "
        + $"({match} || ' & (''{Sign}' || b.last || ''' | ''{Sign}' || b.last - 1 || ''')', {before}), ({match}, (b.last - 1) << {Width})) AS s (match, below)";
}
