using System.Text;
using Quire.Core.Diffing;

namespace Quire.Core.Tests.Diffing;

public sealed class DiffTests
{
    [Fact]
    public async Task A_changed_line_shows_its_changed_words_and_the_lines_around_it()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "one\nBe very clear.\nthree\n"));
        await shop.Commit(("a.prompt.md", "one\nBe quite clear.\nthree\n"));

        var report = await shop.Diffs.Trees(shop.Owner, Workshop.Project, null, null);

        var lines = report.Files.Single().Sections.Single().Lines;
        lines.Select(line => (line.Kind, line.Text)).ShouldBe([("same", "one"), ("removed", "Be very clear."), ("added", "Be quite clear."), ("same", "three")]);
        lines[1].Words.ShouldBe([new DiffWord(3, 4)]);
        lines[2].Words.ShouldBe([new DiffWord(3, 5)]);
        Encoding.UTF8.GetString(report.Unified.Span).ShouldContain("@@ -1,3 +1,3 @@\n one\n-Be very clear.\n+Be quite clear.\n three\n");
    }

    [Fact]
    public async Task A_change_says_what_it_means()
    {
        const string Old = "---\ndescription: old\nmodel: {name: x, temperature: 1}\n---\n{{ a }}{% merge_point \"safety\" %}s{% endmerge_point %}{% merge_point \"gone\" %}{% endmerge_point %}\n";
        const string New = "---\ndescription: new\ncategory: c\nmodel: {name: x, temperature: 0}\n---\n{{ b }}{% merge_point \"safety\" locked %}s{% endmerge_point %}{% merge_point \"tone\" %}{% endmerge_point %}\n";
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", Old));
        await shop.Commit(("a.prompt.md", New));

        var report = await shop.Diffs.Versions(shop.Owner, await shop.Resolve("a@1"), await shop.Resolve("a@2"));

        report.Files.Single().Meaning.Select(change => $"{change.Kind} {change.Name} {change.Change}").ShouldBe([
            "key category added", "key description changed", "variable a removed", "variable b added",
            "merge-point gone closed", "merge-point safety locked", "merge-point tone opened", "model model.temperature changed",
        ]);
    }

    [Fact]
    public async Task A_variable_that_must_be_given_from_now_on_says_so()
    {
        await using var shop = await Workshop.Open();
        await shop.Commit(("a.prompt.md", "---\nvariables: {tone: {type: string}, shop: {type: string, required: true}}\n---\n{{ tone }}{{ shop }}\n"));
        await shop.Commit(("a.prompt.md", "---\nvariables: {tone: {type: string, required: true}, shop: {type: string}}\n---\n{{ tone }}{{ shop }}\n"));
        var report = await shop.Diffs.Versions(shop.Owner, await shop.Resolve("a@1"), await shop.Resolve("a@2"));
        report.Files.Single().Meaning.Select(change => $"{change.Kind} {change.Name} {change.Change}").ShouldBe(["variable shop optional", "variable tone required"]);
    }

    [Fact]
    public async Task Binary_files_have_no_lines_and_moved_files_both_paths()
    {
        await using var shop = await Workshop.Open();
        var text = string.Concat(Enumerable.Range(0, 20).Select(i => $"line {i}\n"));
        await shop.Commit(("a.prompt.md", text), ("x.bin", "\0one"));
        await shop.Commit(("a.prompt.md", null), ("b.prompt.md", text + "more\n"), ("x.bin", "\0two"));
        var files = (await shop.Diffs.Trees(shop.Owner, Workshop.Project, null, "main")).Files;
        var moved = files.Single(file => file.Status == "moved");
        (moved.OldPath, moved.NewPath, moved.Added).ShouldBe(("a.prompt.md", "b.prompt.md", 1));
        files.Single(file => file.NewPath == "x.bin").Opaque.ShouldBeTrue();
    }
}
