using System.Text;
using Quire.Core.Exports;
using Quire.Core.Imports;

namespace Quire.Core.Tests.Imports;

public sealed class ImportHistoryTests
{
    [Fact]
    public async Task A_history_is_continued_and_what_was_written_here_stays()
    {
        await using var shop = await Workshop.Open();
        await shop.Import("a.json", Rows("one", "two"));
        await shop.Save("p", "---\ndialect: variables\n---\nown");

        (await shop.Import("a.json", Rows("one", "two"))).Outcomes().ShouldBe("1 Unchanged");
        (await shop.Import("a.json", Rows("one", "two", "three"))).Issued.Single().Number.ShouldBe(4);
        (await shop.Body("p")).ShouldBe("three");
        (await shop.Versions("p")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_single_version_says_how_the_prompt_is_now()
    {
        await using var shop = await Workshop.Open();
        await shop.Import("a.csv", "name,text\np,one\n");
        await shop.Import("a.csv", "name,text\np,two\n");
        var back = await shop.Import("a.csv", "name,text\np,one\n");
        (back.Outcomes(), back.Issued.Single().Number).ShouldBe(("1 Updated", 3));
    }

    [Fact]
    public async Task Versions_that_say_the_same_share_a_number_and_their_labels()
    {
        await using var shop = await Workshop.Open();
        var report = await shop.Import("a.json", Rows("one", "one", "two"));
        report.Issued.Select(issued => issued.Number).ShouldBe([1, 2]);
        (await shop.Aliases("p")).ShouldBe("l1=1 l2=1 l3=2");
        (await shop.Import("a.json", Rows("one", "one", "two"))).Outcomes().ShouldBe("1 Unchanged");
    }

    [Fact]
    public async Task A_prompt_keeps_what_the_source_does_not_say()
    {
        await using var shop = await Workshop.Open();
        await shop.Save("p", "---\ndescription: Mine\ndialect: jinja\ncategory: c\nx-own: 1\n---\nHi {{ name }}");
        (await shop.Import("a.json", """[{"name": "p", "prompt": "Hi {{ name }}"}]""")).Outcomes().ShouldBe("1 Unchanged");

        await shop.Import("a.json", """[{"name": "p", "prompt": "Hello {{ name }}"}]""");

        var file = (await shop.Resolve("p")).Content.File!;
        (file.Description, file.Category, file.Dialect.ToString(), file.Body!.Source).ShouldBe(("Mine", "c", "Jinja", "Hello {{ name }}"));
        file.Extensions.Keys.ShouldBe(["x-own"]);
    }

    [Fact]
    public async Task A_prompt_that_was_renamed_here_is_found_and_one_that_was_deleted_comes_back()
    {
        await using var shop = await Workshop.Open();
        await shop.Import("a.json", Rows("one", "two"));
        await shop.Writer.Move(shop.Owner, Workshop.Project, "p", "elsewhere/p", null);
        (await shop.Import("a.json", Rows("one", "two"))).Items.Single().Path.ShouldBe("elsewhere/p");

        await shop.Writer.Delete(shop.Owner, Workshop.Project, "elsewhere/p", "Away");
        var back = await shop.Import("a.json", Rows("one", "two"));
        (back.Items.Single().Outcome, back.Issued.Single().Number).ShouldBe((ImportOutcome.Created, 3));
        (await shop.Body("elsewhere/p")).ShouldBe("two");
    }

    [Fact]
    public async Task A_text_that_becomes_a_chat_gives_its_file_up()
    {
        await using var shop = await Workshop.Open();
        await shop.Import("a.json", """[{"name": "p", "prompt": "Hi"}]""");
        await shop.Import("a.json", """[{"name": "p", "prompt": [{"role": "user", "content": "Hi"}]}]""");
        var found = await shop.Resolve("p");
        (found.FilePath, found.Version!.Number).ShouldBe(("p.prompt.yml", 2));
    }

    [Fact]
    public async Task On_another_branch_the_newest_versions_arrive_without_labels()
    {
        await using var shop = await Workshop.Open();
        await shop.Save("other", "x");
        var report = await shop.Import("a.json", Rows("one", "two"), branch: "next");
        (report.Outcomes(), report.Issued.Count).ShouldBe(("1 Created", 0));
        (await shop.Lister.List(shop.Owner, Workshop.Project)).Items.Select(item => item.Prompt.Path).ShouldBe(["other"]);
        (await shop.Import("a.json", Rows("one", "two"), branch: "next")).Outcomes().ShouldBe("1 Unchanged");
    }

    [Fact]
    public async Task Tags_of_a_list_are_the_prompts_and_an_empty_list_takes_them()
    {
        await using var shop = await Workshop.Open();
        await shop.Import("a.json", """[{"name": "p", "prompt": "x", "tags": ["a", "b"]}]""");
        (await shop.Resolve("p")).Content.Facts.Tags.ShouldBe(["a", "b"]);
        (await shop.Import("a.json", """[{"name": "p", "prompt": "x"}]""")).Outcomes().ShouldBe("1 Unchanged");
        (await shop.Import("a.json", """[{"name": "p", "prompt": "x", "tags": []}]""")).Outcomes().ShouldBe("1 Updated");
        (await shop.Resolve("p")).Tags.ShouldBeEmpty();
        (await shop.Import("a.json", """[{"name": "p", "prompt": "x", "tags": []}]""")).Outcomes().ShouldBe("1 Unchanged");
    }

    [Fact]
    public async Task A_broken_one_among_a_thousand_is_told_with_its_place_and_the_others_arrive()
    {
        await using var shop = await Workshop.Open();
        var rows = Enumerable.Range(1, 1_000).Select(number => number == 500 ? "p500,{% if x %},jinja" : $"p{number},Text {number},").Prepend("name,text,dialect");

        var report = await shop.Import("many.csv", string.Join('\n', rows));

        report.Outcomes().ShouldBe("999 Created, 1 Failed");
        var failed = report.Items.Single(item => item.Outcome == ImportOutcome.Failed);
        (failed.Name, failed.Origin).ShouldBe(("p500", "many.csv, line 501"));
        failed.Findings.Single().File.ShouldBe("many.csv, line 501 (p500.prompt.md)");
        (await shop.Lister.List(shop.Owner, Workshop.Project)).Total.ShouldBe(999);
        (await shop.Import("many.csv", string.Join('\n', rows))).Outcomes().ShouldBe("999 Unchanged, 1 Failed");
        (await Workshop.Refusal(() => shop.Import("many.csv", string.Join('\n', rows), whole: true))).Code.ShouldBe("rejected");
    }

    [Fact]
    public async Task What_only_the_write_door_sees_is_told_of_its_item_too()
    {
        await using var shop = await Workshop.Open();
        await shop.Save("Greet", "Hi");
        var report = await shop.Import("a.csv", "name,text\nother,x\ngreet,y\n");
        report.Outcomes().ShouldBe("1 Created, 1 Failed");
        report.Items[^1].Reason!.ShouldContain("Greet");
        (await shop.Import("a.csv", "name,text\nother,x\ngreet,y\n", dryRun: true)).Outcomes().ShouldBe("1 Unchanged, 1 Failed");
    }

    [Fact]
    public async Task A_broken_version_is_left_out_and_its_neighbours_arrive()
    {
        await using var shop = await Workshop.Open();
        const string List = """[{"name":"p","version":1,"prompt":"a"},{"name":"p","version":2,"prompt":"{% if x %}","dialect":"jinja","labels":["x"]},{"name":"p","version":3,"prompt":"c"}]""";
        var report = await shop.Import("a.json", List);
        report.Outcomes().ShouldBe("1 Created, 1 Failed");
        report.Items[^1].Origin.ShouldBe("a.json, item 2");
        (await shop.Versions("p")).Count.ShouldBe(2);
        (await shop.Aliases("p")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_may_go_into_a_folder()
    {
        await using var shop = await Workshop.Open();
        await shop.Import("a.csv", "name,text\np,x\n", folder: "from/elsewhere");
        (await shop.Body("from/elsewhere/p")).ShouldBe("x");
        (await shop.Import("a.csv", "name,text\np,x\n", folder: "../out")).Outcomes().ShouldBe("1 Failed");
    }

    [Fact]
    public async Task A_selection_is_exported_and_no_more()
    {
        await using var shop = await Workshop.Open();
        await shop.Import("a.json", """[{"name":"a/p","prompt":"x","tags":["t"]},{"name":"a/q","prompt":"y"},{"name":"b/r","prompt":"z","tags":["t"]}]""");
        await shop.Save("a/notes.txt", "n", "a/notes.txt");

        Names(await shop.Export(ExportFormat.Json, folder: "a")).ShouldBe(["a/notes.txt", "a/p", "a/q"]);
        Names(await shop.Export(ExportFormat.Json, tag: "t")).ShouldBe(["a/p", "b/r"]);
        Names(await shop.Export(ExportFormat.Json, false, null, null, "b/r", "a/q")).ShouldBe(["a/q", "b/r"]);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream((await shop.Export(ExportFormat.Zip, tag: "t")).Bytes.ToArray()));
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["a/p.prompt.md", "b/r.prompt.md"]);
        (await Workshop.Refusal(() => shop.Export(ExportFormat.Zip, false, null, null, "nope"))).Code.ShouldBe("prompt_not_found");
    }

    private static IEnumerable<string> Names(ExportedFile file) =>
        System.Text.Json.JsonElement.Parse(Encoding.UTF8.GetString(file.Bytes.Span)).GetProperty("prompts").EnumerateArray().Select(row => row.GetProperty("name").GetString()!);

    private static string Rows(params string[] texts) =>
        "[" + string.Join(',', texts.Select((text, index) => $$"""{"name":"p","version":{{index + 1}},"prompt":"{{text}}","labels":["l{{index + 1}}","latest"]}""")) + "]";
}
