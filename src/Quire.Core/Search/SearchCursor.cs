using System.Globalization;
using Quire.Core.Errors;

namespace Quire.Core.Search;

/// <summary>Where a page ended: in the matches below <paramref name="Before"/>, after the hit of that score and id.</summary>
internal sealed record SearchCursor(long Before, long Score, long PromptId)
{
    /// <summary>The beginning.</summary>
    public static readonly SearchCursor Start = From(long.MaxValue);

    /// <summary>The beginning of the matches below an id.</summary>
    public static SearchCursor From(long before) => new(before, long.MaxValue, long.MaxValue);

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="QuireException"><c>invalid_cursor</c>.</exception>
    public static SearchCursor Parse(string? text)
    {
        if (text is null)
            return Start;
        var parts = text.Split('.');
        return parts.Length == 3 && Number(parts[0]) is { } before && Number(parts[1]) is { } score && Number(parts[2]) is { } prompt
            ? new SearchCursor(before, score, prompt)
            : throw new QuireException(ErrorKind.Invalid, "invalid_cursor", "The cursor is none of a search.", "Send what the page before gave as next.");
    }

    /// <summary>Whether a hit comes after this place.</summary>
    public bool IsBefore(long score, long promptId) => score < Score || (score == Score && promptId < PromptId);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Before}.{Score}.{PromptId}");

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
