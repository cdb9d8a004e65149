using System.Text.Json;
using Quire.Cli.Terminal;
using Quire.Core.Errors;
using Quire.Prompts.Tokens;

namespace Quire.Cli.Hosting;

/// <summary>
/// Reads which vocabulary counts the tokens of which models:
/// <c>{"vocabularies": [{"models": ["gpt-4*"], "file": "cl100k_base.tiktoken", "pattern": "cl100k"}]}</c>, files relative to the settings.
/// </summary>
internal static class VocabularySettings
{
    /// <summary>The variable that names the file.</summary>
    public const string Variable = "QUIRE_VOCABULARIES";

    /// <summary>The file of a data folder.</summary>
    public const string FileName = "vocabularies.json";

    private const int MaxVocabularies = 20;
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The counter: of the file that the call names, else the environment, else the data folder; an estimate where there is none.</summary>
    /// <exception cref="QuireException"><c>wrong_call</c>, naming file and member; <c>file_unreadable</c>.</exception>
    public static TokenCounter Read(CliContext cli, string? named, string? folder)
    {
        if ((named ?? cli.Setting(Variable)) is { } file)
            return Read(cli, cli.PathOf(file));
        var kept = folder is null ? null : Path.Combine(folder, FileName);
        return kept is not null && File.Exists(kept) ? Read(cli, kept) : TokenCounter.Estimating;
    }

    private static TokenCounter Read(CliContext cli, string path)
    {
        var entries = Entries(path, TextArgument.ReadFile(cli, path));
        var vocabularies = new List<KeyValuePair<string, TokenVocabulary>>();
        foreach (var entry in entries)
        {
            var vocabulary = Vocabulary(path, entry);
            vocabularies.AddRange(entry.Models.Select(model => KeyValuePair.Create(model, vocabulary)));
        }
        return new TokenCounter(vocabularies);
    }

    private static IReadOnlyList<VocabularyEntry> Entries(string path, string json)
    {
        try
        {
            var entries = JsonSerializer.Deserialize(json, VocabularyJson.Default.VocabularyList)?.Vocabularies ?? [];
            return entries.Count <= MaxVocabularies ? entries : throw Wrong(path, $"it names {entries.Count} vocabularies; at most {MaxVocabularies} are read");
        }
        catch (JsonException error)
        {
            throw Wrong(path, JsonText.Reason(error));
        }
    }

    private static TokenVocabulary Vocabulary(string path, VocabularyEntry entry)
    {
        if (entry.Models.Count == 0 || entry.Models.Any(string.IsNullOrWhiteSpace))
            throw Wrong(path, $"the vocabulary '{entry.File}' names no model; \"*\" means all");
        if (!Enum.TryParse<TokenPattern>(entry.Pattern, ignoreCase: true, out var pattern) || !Enum.IsDefined(pattern) || char.IsAsciiDigit(entry.Pattern[0]))
            throw Wrong(path, $"'{entry.Pattern}' is no pattern; those are gpt2, cl100k and o200k");
        var file = Path.GetFullPath(entry.File, Path.GetDirectoryName(path)!);
        var bytes = CliErrors.Reading(file, () => new FileInfo(file).Length <= MaxBytes ? File.ReadAllBytes(file) : throw CliErrors.Unreadable(file, $"it has more than {MaxBytes:N0} bytes"));
        try
        {
            return TokenVocabulary.Parse(Path.GetFileNameWithoutExtension(file), bytes, pattern);
        }
        catch (FormatException error)
        {
            throw CliErrors.WrongCall(error.Message, "Name a file in the format of tiktoken; docs/tokens.md says which.");
        }
    }

    private static QuireException Wrong(string path, string reason) =>
        CliErrors.WrongCall($"The vocabularies in '{path}' cannot be used: {reason.TrimEnd('.')}.", "docs/tokens.md shows the file.");
}
