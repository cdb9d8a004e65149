using Quire.Core.Errors;

namespace Quire.Core.Limits;

/// <summary>What every list checks.</summary>
internal static class Paging
{
    /// <summary>Refuses pages of no item or too many.</summary>
    /// <exception cref="QuireException"><c>invalid_limit</c>.</exception>
    public static void Check(int limit)
    {
        if (limit < 1 || limit > QuireLimits.PageSize.Value)
            throw new QuireException(ErrorKind.Invalid, "invalid_limit", $"A page has 1 to {QuireLimits.PageSize.Value} items, not {limit}.");
    }
}
