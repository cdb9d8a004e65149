using System.Net.Http.Headers;
using System.Text.Json;
using Quire.Cli.Terminal;
using Quire.Core.Imports;
using Quire.Core.Limits;

namespace Quire.Cli.Import;

/// <summary>Makes uploads of what a call names: a folder, a file, a server.</summary>
/// <param name="cli">The files and the environment.</param>
internal sealed class ImportUploads(CliContext cli)
{
    private static readonly string[] Endings = [".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".zip", ".prompty", ".yaml", ".yml", ".prompt.md", ".md", ".txt"];

    /// <summary>The upload.</summary>
    /// <param name="format">The format; null for what the source tells.</param>
    /// <param name="source">A folder, a file, or the address of a server.</param>
    /// <param name="user">The user of a server.</param>
    /// <param name="secret">What opens the server.</param>
    public ImportUpload Of(string? format, string source, string? user, string? secret)
    {
        if (format is not null && !ImportFormats.IsKnown(format))
            throw CliErrors.WrongCall($"There is no import format '{format}'.", $"Formats are {ImportFormats.Names}.");
        if (source.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return Server(format, source, user, secret);
        var path = cli.PathOf(source);
        if (Directory.Exists(path))
            return Folder(format, source, path);
        if (!File.Exists(path))
            throw CliErrors.Unreadable(source, "there is no such folder or file");
        if (format is null or "auto" && !Array.Exists(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            throw CliErrors.WrongCall($"'{source}' is of no format that its name tells.", $"Name the format, one of {ImportFormats.Names}: quire import FORMAT {source}");
        QuireLimits.ImportBytes.Check(new FileInfo(path).Length, $"'{source}'");
        return Upload(format, Path.GetFileName(path), () => CliErrors.Reading(source, () => File.ReadAllBytes(path)));
    }

    private static ImportUpload Folder(string? format, string source, string path)
    {
        var files = FolderSource.Read(path);
        if (files.Count == 0)
            throw CliErrors.WrongCall($"'{source}' holds nothing to import.", "Name a folder with files, or a table with rows.");
        FolderArchive.Check(files);
        return Upload(format is null or "auto" ? "files" : format, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), () => FolderArchive.Pack(files));
    }

    private static ImportUpload Upload(string? format, string name, Func<byte[]> read) => new("imports", new Dictionary<string, string?> { ["name"] = name, ["format"] = format }, name,
        () => new ByteArrayContent(read()) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } });

    private ImportUpload Server(string? format, string url, string? user, string? secret)
    {
        if (format is not ("langfuse" or "mlflow"))
            throw CliErrors.WrongCall("A server is imported from by its kind.", "Write quire import langfuse URL, or quire import mlflow URL.");
        var isLangfuse = format == "langfuse";
        user ??= cli.Setting(isLangfuse ? "LANGFUSE_PUBLIC_KEY" : "MLFLOW_TRACKING_USERNAME");
        secret ??= cli.Setting(isLangfuse ? "LANGFUSE_SECRET_KEY" : user is null ? "MLFLOW_TRACKING_TOKEN" : "MLFLOW_TRACKING_PASSWORD");
        if (isLangfuse && (user is null || secret is null))
            throw CliErrors.WrongCall("Langfuse wants a public and a secret key, and none were given.", "Give them with LANGFUSE_PUBLIC_KEY and LANGFUSE_SECRET_KEY, or --user and --secret.");
        return new ImportUpload("imports/remote", new Dictionary<string, string?>(), format, () => Body(format, url, user, secret));
    }

    private static ByteArrayContent Body(string format, string url, string? user, string? secret)
    {
        var members = new Dictionary<string, string?> { ["format"] = format, ["url"] = url, ["user"] = user, ["secret"] = secret }.Where(member => member.Value is not null).ToDictionary();
        return new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(members)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
