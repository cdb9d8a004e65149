using System.Text;
using Quire.Core.Exports;
using Quire.Core.Imports;
using Quire.Testing;

namespace Quire.Core.Tests.Imports;

/// <summary>
/// Forms of other products, a case as a file each under <c>tests/data/imports/cases</c>; beside it, ending in <c>.expected</c>, what became of it: the
/// report and every file. <c>QUIRE_APPROVE=1</c> writes that anew.
/// </summary>
public sealed class ImportCaseTests
{
    private const string Expected = ".expected";

    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "data", "imports", "cases"), "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(Expected, StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(RepositoryRoot.Combine("tests", "data", "imports", "cases"), file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_becomes_what_stands_beside_it_once_and_comes_back_from_every_export(string file)
    {
        var path = RepositoryRoot.Combine("tests", "data", "imports", "cases", file);
        var name = Path.GetFileName(file);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var format = ImportFormats.Parse(file.Split('/')[0]);
        await using var shop = await Workshop.Open();

        var tried = await shop.Import(name, bytes, dryRun: true, format, whole: false);
        var first = await shop.Import(name, bytes, format: format, whole: false);
        first.Items.Select(item => (item.Path, item.Outcome)).ShouldBe(tried.Items.Select(item => (item.Path, item.Outcome)));

        (await shop.Import(name, bytes, format: format, whole: false)).Sequence.ShouldBe(first.Sequence);
        foreach (var form in Enum.GetValues<ExportFormat>())
        {
            var exported = await shop.Export(form, all: true);
            (await shop.Import(exported.Name, exported.Bytes.ToArray())).Sequence.ShouldBe(first.Sequence, form.ToString());
        }

        var found = await Written(shop, first);
        if (Environment.GetEnvironmentVariable("QUIRE_APPROVE") == "1")
            await File.WriteAllTextAsync(path + Expected, found, TestContext.Current.CancellationToken);
        found.ShouldBe(await File.ReadAllTextAsync(path + Expected, TestContext.Current.CancellationToken));
    }

    private static async Task<string> Written(Workshop shop, ImportReport report)
    {
        var text = new StringBuilder();
        foreach (var item in report.Items)
        {
            text.Append(item.Outcome).Append(' ').Append(item.Path ?? item.Name).Append(item.Reason is null ? "" : $" ({item.Origin}): {item.Reason} {item.Hint}").Append('\n');
            foreach (var number in item.Outcome == ImportOutcome.Failed ? [] : item.Versions)
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"=== {number}\n{Encoding.UTF8.GetString((await shop.Resolve($"{item.Path}@{number}")).Bytes.Span)}\n");
        }
        return text.ToString();
    }
}
