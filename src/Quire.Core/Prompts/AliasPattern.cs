using Quire.Core.Errors;
using Quire.Prompts.Names;

namespace Quire.Core.Prompts;

/// <summary>The name of an alias, or a pattern of names in which each <c>*</c> stands for any characters, also for none.</summary>
public static class AliasPattern
{
    private const char Any = '*';

    /// <summary>Refuses what can match no alias.</summary>
    /// <exception cref="QuireException"><c>invalid_name</c>.</exception>
    public static void Check(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        // With a letter for each star it has to be a name: so it has the letters and the length of one.
        if (!AliasName.TryParse(pattern.Replace(Any, 'x'), out _, out var problem))
            throw problem.AsException();
    }

    /// <summary>Whether a pattern matches a name, in a number of steps that is at most the product of their lengths.</summary>
    public static bool Matches(string pattern, string name)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(name);
        var (p, n, star, retry) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == Any)
                (star, retry) = (p++, n);
            else if (p < pattern.Length && pattern[p] == name[n])
                (p, n) = (p + 1, n + 1);
            else if (star >= 0)
                (p, n) = (star + 1, ++retry);
            else
                return false;
        }
        return pattern.AsSpan(p).IndexOfAnyExcept(Any) < 0;
    }
}
