using System.Globalization;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Changes;

/// <summary>A place in the feed: after this row, or after all of a change.</summary>
/// <param name="Sequence">The number of the change.</param>
/// <param name="Index">The row in it; <see cref="int.MaxValue"/> after all of them.</param>
internal readonly record struct FeedPlace(long Sequence, int Index)
{
    /// <summary>Reads <c>N</c> or <c>N.i</c>; the beginning where there is none.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public static FeedPlace Parse(string? text)
    {
        if (text is null)
            return new FeedPlace(0, int.MaxValue);
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var index = int.MaxValue;
        var fits = long.TryParse(dot < 0 ? text : text[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && (dot < 0 || int.TryParse(text[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out index));
        return fits
            ? new FeedPlace(sequence, index)
            : throw new QuireException(ErrorKind.Invalid, "invalid_parameter", "The place in the feed cannot be read.", "Write the number of a change, or N.i as ids of the feed have it.");
    }

    /// <summary>The place as <c>N</c> or <c>N.i</c>.</summary>
    public override string ToString() => Index == int.MaxValue
        ? Sequence.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Sequence}.{Index}");
}
