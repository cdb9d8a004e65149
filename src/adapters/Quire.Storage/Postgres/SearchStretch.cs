using System.Globalization;

namespace Quire.Storage.Postgres;

/// <summary>A part of the index that is looked through before older ones: ids that stand together, told by words of their own in the index.</summary>
/// <param name="Marks">Of these words, prompts of the stretch have one; none where everything is meant that is left.</param>
/// <param name="Below">The id below which it lies.</param>
internal sealed record SearchStretch(IReadOnlyList<string> Marks, long Below)
{
    // Blocks of 8,192 and of 131,072 ids. The last two blocks are looked through, so at least one that is full.
    private static readonly int[] Widths = [13, 17];

    /// <summary>The words by which a prompt is found in its blocks.</summary>
    public static IEnumerable<string> MarksOf(long promptId) => Widths.Select(width => Mark(width, promptId >> width));

    /// <summary>What to look through one after the other, newest first.</summary>
    /// <param name="before">The id below which prompts are wanted.</param>
    /// <param name="newest">The highest id that there is.</param>
    public static IReadOnlyList<SearchStretch> Of(long before, long newest)
    {
        var stretches = new List<SearchStretch>();
        var below = Math.Min(before, newest + 1);
        foreach (var width in Widths)
        {
            var last = (below - 1) >> width;
            if (last <= 1)
                break;
            stretches.Add(new SearchStretch([Mark(width, last), Mark(width, last - 1)], below));
            below = (last - 1) << width;
        }
        return [.. stretches, new SearchStretch([], below)];
    }

    // The sign that begins words of Quire's own, and a letter that no other of them has.
    private static string Mark(int width, long block) => string.Create(CultureInfo.InvariantCulture, $"¶{width}b{block}");
}
