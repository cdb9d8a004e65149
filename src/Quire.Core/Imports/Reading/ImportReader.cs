using System.Text;
using System.Text.Json;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Templating;

namespace Quire.Core.Imports.Reading;

/// <summary>Reads what was handed in, whatever its format. Pure: the same bytes always give the same items.</summary>
public static class ImportReader
{
    private const string Refused = "import_refused";
    private static readonly string[] Plain = [".prompt.md", ".prompt.yml", ".md", ".txt"];

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name, which tells the format where none is given, and for messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="format">The format.</param>
    /// <param name="dialect">The dialect of prompts whose source names none; null leaves it to the prompt, and <c>variables</c> for new ones.</param>
    /// <exception cref="QuireException"><c>invalid_import</c> where the format is not told, <c>import_refused</c> where the file as a whole cannot be read, <c>too_large</c>.</exception>
    public static ImportSource Read(string name, ReadOnlyMemory<byte> bytes, ImportFormat format = ImportFormat.Auto, Dialect? dialect = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        QuireLimits.ImportBytes.Check(bytes.Length, "The import");
        var isZip = ZipFiles.Fits(bytes.Span);
        if (format == ImportFormat.Auto)
            format = isZip ? ImportFormat.Files : FormatOf(name, Utf16.ToUtf8(bytes));
        var collected = new ItemCollector(format);
        var options = new ReadOptions(dialect);
        if (!isZip)
        {
            Read(name, new ZippedFile(name, bytes, false), format, options, collected);
            return collected.Source();
        }
        var files = new ZipFiles(name, collected).Read(bytes);
        if (format == ImportFormat.Mlflow)
            return Mlflow(name, files, options, collected);
        foreach (var file in files)
        {
            if (IsOf(file.Path, format))
                TryRead(file, format, options, collected);
            else
                collected.Skip(file.Path);
        }
        return collected.Source();
    }

    // Models and versions are answers of two calls, and so files of their own.
    private static ImportSource Mlflow(string name, IReadOnlyList<ZippedFile> files, ReadOptions options, ItemCollector collected)
    {
        var documents = new List<JsonElement>();
        foreach (var file in files)
        {
            var found = IsOf(file.Path, ImportFormat.Mlflow) ? TryParse(file, collected) : [];
            if (found is { Count: 0 })
                collected.Skip(file.Path);
            documents.AddRange(found ?? []);
        }
        if (documents.Count > 0)
            new MlflowRows(options, collected).Read(name, JsonSerializer.SerializeToElement(documents));
        return collected.Source();
    }

    // The answers in it, none where it holds something else; null where it cannot be read, which is told.
    private static List<JsonElement>? TryParse(ZippedFile file, ItemCollector collected)
    {
        try
        {
            var root = JsonText.Parse(file.Path, Utf16.ToUtf8(file.Bytes));
            return [.. (root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : Enumerable.Repeat(root, 1)).Where(MlflowRows.Fits)];
        }
        catch (QuireException refused) when (refused.Error.Code == Refused)
        {
            collected.Fail(file.Path, file.Path, refused.Error.Message, refused.Error.Hint);
            return null;
        }
    }

    // One file of an archive that cannot be read at all does not hide the others.
    private static void TryRead(ZippedFile file, ImportFormat format, ReadOptions options, ItemCollector collected)
    {
        try
        {
            // YAML is many things.
            if (format == ImportFormat.LangSmith && IsYaml(file.Path) && !LangSmithFiles.Fits(YamlText.Parse(file.Path, file.Bytes)))
                collected.Skip(file.Path);
            else
                Read(file.Path, file, format, options, collected);
        }
        catch (QuireException refused) when (refused.Error.Code == Refused)
        {
            collected.Fail(file.Path, file.Path, refused.Error.Message, refused.Error.Hint);
        }
    }

    private static void Read(string name, ZippedFile file, ImportFormat format, ReadOptions options, ItemCollector collected)
    {
        if (format is not (ImportFormat.Files or ImportFormat.GitHub))
            file = file with { Bytes = Utf16.ToUtf8(file.Bytes) };
        switch (format)
        {
            case ImportFormat.Csv:
                new CsvRows(name, collected, new RowVersions(options, collected)).Read(Text(name, file.Bytes.Span));
                break;
            case ImportFormat.Json or ImportFormat.Langfuse:
                ReadRows(name, file, options, collected);
                break;
            case ImportFormat.Mlflow:
                new MlflowRows(options, collected).Read(name, JsonText.Parse(name, file.Bytes));
                break;
            case ImportFormat.LangSmith:
                new LangSmithFiles(collected).Read(name, Stem(file.Path), IsYaml(name) ? YamlText.Parse(name, file.Bytes) : JsonText.Parse(name, file.Bytes));
                break;
            case ImportFormat.Prompty:
                collected.Try(Stem(file.Path), name, () => AddPrompty(name, file, collected));
                break;
            default:
                collected.Try(file.Path, name, () => AddFile(name, file, format, collected));
                break;
        }
    }

    private static void ReadRows(string name, ZippedFile file, ReadOptions options, ItemCollector collected)
    {
        var rows = new JsonRows(collected, new RowVersions(options, collected));
        if (Ends(name, ".jsonl") || Ends(name, ".ndjson"))
            rows.ReadLines(name, file.Bytes);
        else
            rows.Read(name, JsonText.Parse(name, file.Bytes));
    }

    private static void AddPrompty(string origin, ZippedFile file, ItemCollector collected)
    {
        var (parts, tags) = PromptyFile.Read(file.Bytes.Span);
        var name = Stem(file.Path);
        collected.Add(name, new ImportVersion { Origin = origin, Content = new ImportContent.Parts(parts) }, new ImportItem { Name = name, Versions = [], Tags = tags });
    }

    private static void AddFile(string origin, ZippedFile file, ImportFormat format, ItemCollector collected)
    {
        // GitHub takes both endings; here one of them is the prompt's.
        var path = format != ImportFormat.GitHub ? file.Path : Visible(Ends(file.Path, ".prompt.yaml") ? file.Path[..^".yaml".Length] + ".yml" : file.Path);
        collected.Add(path, new ImportVersion { Origin = origin, Content = new ImportContent.File(path, format == ImportFormat.GitHub ? GitHubFile.Fit(path, file.Bytes) : file.Bytes, file.IsExecutable) });
    }

    private static ImportFormat FormatOf(string name, ReadOnlyMemory<byte> bytes)
    {
        if (Ends(name, ".csv") || Ends(name, ".tsv"))
            return ImportFormat.Csv;
        if (Ends(name, ".prompty"))
            return ImportFormat.Prompty;
        if (Ends(name, ".prompt.yml") || Ends(name, ".prompt.yaml"))
            return ImportFormat.GitHub;
        if (Ends(name, ".jsonl") || Ends(name, ".ndjson"))
            return ImportFormat.Json;
        if (Ends(name, ".json"))
            return FormatOf(JsonText.Parse(name, bytes));
        if (IsYaml(name) && LangSmithFiles.Fits(YamlText.Parse(name, bytes)))
            return ImportFormat.LangSmith;
        return Array.Exists(Plain, ending => Ends(name, ending)) ? ImportFormat.Files
            : throw new QuireException(ErrorKind.Invalid, "invalid_import", $"The name '{SafeText.Of(name)}' does not tell the format.", $"Name the format: {ImportFormats.Names}.");
    }

    private static ImportFormat FormatOf(JsonElement root)
    {
        if (LangSmithFiles.Fits(root))
            return ImportFormat.LangSmith;
        var first = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().FirstOrDefault() : root;
        return MlflowRows.Fits(first) ? ImportFormat.Mlflow : ImportFormat.Json;
    }

    private static bool IsOf(string path, ImportFormat format) => format switch
    {
        ImportFormat.Csv => Ends(path, ".csv") || Ends(path, ".tsv"),
        ImportFormat.Json or ImportFormat.Langfuse => Ends(path, ".json") || Ends(path, ".jsonl") || Ends(path, ".ndjson"),
        ImportFormat.Mlflow => Ends(path, ".json"),
        ImportFormat.LangSmith => Ends(path, ".json") || IsYaml(path),
        ImportFormat.Prompty => Ends(path, ".prompty"),
        ImportFormat.GitHub => Ends(path, ".prompt.yml") || Ends(path, ".prompt.yaml"),
        _ => true,
    };

    private static string Text(string name, ReadOnlySpan<byte> bytes) => Utf8Text.IsText(bytes)
        ? Encoding.UTF8.GetString(bytes)
        : throw new QuireException(ErrorKind.Rejected, Refused, $"{name}: the file is not text: {Utf8Text.Explain(bytes)}.", "Save it as UTF-8.");

    // Prompts may stand in folders such as .github, in which there are none here.
    private static string Visible(string path) => string.Join('/', path.Split('/').Select(segment => segment.TrimStart('.') is { Length: > 0 } rest ? rest : segment));

    // The path without its last ending, to call a prompt by.
    private static string Stem(string file)
    {
        var path = Visible(file);
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') + 1 ? path[..dot] : path;
    }

    private static bool IsYaml(string name) => Ends(name, ".yaml") || Ends(name, ".yml");

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
