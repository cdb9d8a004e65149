using Quire.Templating;

namespace Quire.Core.Imports;

/// <summary>Dialects by the words that imports name them with.</summary>
public static class ImportDialects
{
    /// <summary>The words.</summary>
    public const string Names = "jinja, liquid, mustache, variables, text";

    /// <summary>The dialect of that word, whatever its case.</summary>
    public static bool TryParse(string word, out Dialect dialect)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Enum.TryParse(word, ignoreCase: true, out dialect) && Enum.IsDefined(dialect) && char.IsLetter(word[0]);
    }
}
