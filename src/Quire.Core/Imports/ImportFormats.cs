using Quire.Core.Errors;

namespace Quire.Core.Imports;

/// <summary>The formats by the words that people use.</summary>
public static class ImportFormats
{
    private static readonly Dictionary<string, ImportFormat> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["auto"] = ImportFormat.Auto,
        ["files"] = ImportFormat.Files,
        ["folder"] = ImportFormat.Files,
        ["zip"] = ImportFormat.Files,
        ["csv"] = ImportFormat.Csv,
        ["json"] = ImportFormat.Json,
        ["langfuse"] = ImportFormat.Langfuse,
        ["mlflow"] = ImportFormat.Mlflow,
        ["langsmith"] = ImportFormat.LangSmith,
        ["prompty"] = ImportFormat.Prompty,
        ["github"] = ImportFormat.GitHub,
    };

    /// <summary>The words, in order.</summary>
    public static string Names { get; } = string.Join(", ", ByName.Keys);

    /// <summary>Whether a word is a format.</summary>
    public static bool IsKnown(string word) => ByName.ContainsKey(word);

    /// <summary>The format of a word; <see cref="ImportFormat.Auto"/> where none is given.</summary>
    /// <exception cref="QuireException"><c>invalid_import</c>.</exception>
    public static ImportFormat Parse(string? word)
    {
        if (string.IsNullOrEmpty(word))
            return ImportFormat.Auto;
        return ByName.TryGetValue(word, out var format) ? format
            : throw new QuireException(ErrorKind.Invalid, "invalid_import", $"There is no import format '{(word.Length > 40 ? word[..40] + "…" : word)}'.", $"Formats are {Names}.");
    }

    /// <summary>The word for a format.</summary>
    public static string NameOf(ImportFormat format) => ByName.First(known => known.Value == format).Key;
}
