using System.Text;
using Quire.Core.Exports;
using Quire.Core.Imports;
using Quire.Core.Imports.Reading;
using Quire.Testing;

namespace Quire.Core.Tests.Imports;

/// <summary>Imports and exports of a workshop.</summary>
internal static class ImportHelp
{
    public static byte[] Data(string file) => File.ReadAllBytes(RepositoryRoot.Combine("tests", "data", "imports", file));

    public static Task<ImportReport> Import(this Workshop shop, string name, string text, bool dryRun = false, ImportFormat format = ImportFormat.Auto, bool? whole = null, string? branch = null, string? folder = null) =>
        shop.Import(name, Encoding.UTF8.GetBytes(text), dryRun, format, whole, branch, folder);

    public static Task<ImportReport> Import(this Workshop shop, string name, byte[] bytes, bool dryRun = false, ImportFormat format = ImportFormat.Auto, bool? whole = null, string? branch = null, string? folder = null) =>
        shop.Import(ImportReader.Read(name, bytes, format), dryRun, whole, branch, folder);

    public static Task<ImportReport> Import(this Workshop shop, ImportSource source, bool dryRun = false, bool? whole = null, string? branch = null, string? folder = null) =>
        Service(shop).Import(shop.Owner, new ImportRequest { Project = Workshop.Project, Source = source, Message = "Import", DryRun = dryRun, AllOrNothing = whole, Branch = branch, Folder = folder });

    public static ImportService Service(Workshop shop) => new(shop.Store, shop.Door, shop.Objects, shop.Contents, TimeProvider.System);

    public static Task<ExportedFile> Export(this Workshop shop, ExportFormat format, bool all = false, string? folder = null, string? tag = null, params string[] paths) =>
        new ExportService(shop.Store, shop.Objects, shop.Contents).Export(shop.Owner, new ExportRequest { Project = Workshop.Project, Format = format, AllVersions = all, Folder = folder, Tag = tag, Paths = paths });

    public static async Task<IReadOnlyList<string>> Versions(this Workshop shop, string path)
    {
        var versions = await shop.Lister.Versions(shop.Owner, Workshop.Project, path);
        return [.. versions.Reverse().Select(version => $"{version.Number}: {version.Message}")];
    }

    public static async Task<string> Aliases(this Workshop shop, string path) =>
        string.Join(' ', (await shop.Lister.Aliases(shop.Owner, Workshop.Project, path)).Select(alias => $"{alias.Name}={alias.Number}"));

    public static async Task<string> Body(this Workshop shop, string address) => (await shop.Resolve(address)).Content.File!.Body!.Source;

    public static Task Save(this Workshop shop, string path, string text, string? file = null) => shop.Commit((file ?? path + ".prompt.md", text));

    public static string Outcomes(this ImportReport report) => string.Join(", ", report.Items.GroupBy(item => item.Outcome).Select(group => $"{group.Count()} {group.Key}"));
}
