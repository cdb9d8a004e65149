using System.Globalization;
using Quire.Core.Errors;

namespace Quire.Core.Mlflow;

/// <summary>Where pages begin that are counted and not named.</summary>
internal static class MlflowTokens
{
    /// <summary>How many items came before.</summary>
    /// <exception cref="QuireException"><c>invalid_cursor</c>.</exception>
    public static int Offset(string? token)
    {
        if (token is null)
            return 0;
        return int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw new QuireException(ErrorKind.Invalid, "invalid_cursor", "The page token is not one of this search.", "Take next_page_token of the page before, and search for the same.");
    }
}
