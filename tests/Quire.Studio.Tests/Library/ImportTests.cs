using System.IO.Compression;
using Microsoft.Playwright;
using Quire.Studio.Tests.Support;
using Quire.Testing;
using static Microsoft.Playwright.Assertions;

namespace Quire.Studio.Tests.Library;

public sealed class ImportTests(Browsers browsers)
{
    [Theory]
    [InlineData("")]
    [InlineData(StudioServer.Mount)]
    public async Task A_folder_is_shown_first_then_imported_and_the_second_time_there_is_nothing_to_do(string mount)
    {
        using var folder = new TempFolder();
        var root = Path.Combine(folder.Path, "mine");
        Write(root, "mail/first.prompt.md", "Dear {{ name }}");
        Write(root, "notes.txt", "Notes");
        Write(root, ".hidden/secret.txt", "x");
        await using var server = await StudioServer.Start();
        await server.Commit(("team/notes.txt", "Old notes"));
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Mount = mount });

        await visit.Go("/projects/prompts/import");
        await visit.Page.GetByLabel("Into the folder").FillAsync("team");
        await Choose(visit, root);
        await Expect(Tally(visit, "1 new")).ToBeVisibleAsync();
        await Expect(Tally(visit, "1 changed")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("left out: begins with a dot")).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
        await Button(visit, "Import 2 files").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Imported 2 files" })).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Open the library" }).ClickAsync();
        await Expect(new Shelf(visit.Page).Row("team/mail/first")).ToBeVisibleAsync();
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/team%2Fnotes.txt")).GetProperty("version").GetInt32().ShouldBe(2);

        await visit.Go("/projects/prompts/import");
        await visit.Page.GetByLabel("Into the folder").FillAsync("team");
        await Choose(visit, root);
        await Expect(Button(visit, "Nothing to import")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task A_file_that_does_not_parse_is_named_with_its_line_before_anything_arrives_and_keeps_the_others_out_unless_one_says_so()
    {
        using var folder = new TempFolder();
        var root = Path.Combine(folder.Path, "mine");
        Write(root, "good.prompt.md", "Hello");
        Write(root, "bad.prompt.md", "One\n{% if %}");
        await using var server = await StudioServer.Start();
        await using var visit = await Visit.SignedIn(browsers, server, new VisitOptions { Width = 390, Height = 844, IsDark = true });
        await visit.Go("/projects/prompts/import");
        await Choose(visit, root);
        await Expect(Item(visit, "bad.prompt.md")).ToContainTextAsync("line 2:");
        await Expect(Button(visit, "Import 1 file")).ToBeDisabledAsync();
        await visit.ShouldBeAccessible();
        await visit.Page.GetByLabel("Import the others all the same").CheckAsync();
        await Button(visit, "Import 1 file").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Imported 1 file" })).ToBeVisibleAsync();
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_table_with_a_broken_row_and_a_zip_are_recognised_and_the_second_time_nothing_is_new()
    {
        using var folder = new TempFolder();
        Write(folder.Path, "prompts.csv", "name,prompt,description\nmail/welcome,Hello {{name}},Greets\nmail/late,{% if %},\nmail/bye,Bye,\n");
        await using (var zip = await ZipFile.OpenAsync(folder.Combine("more.zip"), ZipArchiveMode.Create))
        {
            foreach (var name in (string[])["one.prompty", "two.prompty"])
            {
                await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync());
                await writer.WriteAsync($"---\nname: {name}\n---\nsystem:\nYou are {name}.\n");
            }
        }

        await using var server = await StudioServer.Start();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects/prompts/import");
        for (var time = 0; time < 2; time++)
        {
            await Files(visit, folder.Combine("prompts.csv"));
            await Expect(visit.Page.GetByLabel("Read prompts.csv as")).ToHaveValueAsync("csv");
            await visit.Page.GetByLabel("Language where none is named").SelectOptionAsync("jinja");
            await Expect(Tally(visit, "1 broken")).ToBeVisibleAsync();
            await Expect(Item(visit, "mail/late")).ToContainTextAsync("prompts.csv, line 3");
            if (time > 0)
            {
                await Expect(Tally(visit, "2 unchanged")).ToBeVisibleAsync();
                await Expect(Button(visit, "Nothing to import")).ToBeDisabledAsync();
                continue;
            }

            await visit.ShouldBeAccessible();
            await Button(visit, "Import 2 prompts").ClickAsync();
            await Expect(Item(visit, "mail/welcome")).ToContainTextAsync("new, version 1");
            await visit.ShouldBeAccessible();
        }

        await Files(visit, folder.Combine("more.zip"));
        var format = visit.Page.GetByLabel("Read more.zip as");
        await Expect(format).ToHaveValueAsync("files");
        await Expect(Item(visit, "one.prompty")).ToBeVisibleAsync();
        await format.SelectOptionAsync("Prompty");
        await Button(visit, "Import 2 prompts").ClickAsync();
        await Item(visit, "one").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/one");

        await visit.Go("/projects/prompts/import");
        await Files(visit, folder.Combine("more.zip"));
        await visit.Page.GetByLabel("Read more.zip as").SelectOptionAsync("Prompty");
        await Expect(Tally(visit, "2 unchanged")).ToBeVisibleAsync();
        await Expect(Button(visit, "Nothing to import")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task An_import_onto_a_branch_leaves_the_default_one_as_it_is()
    {
        using var folder = new TempFolder();
        Write(folder.Path, "all.csv", "name,prompt\nmail/welcome,Hello\n");
        await using var server = await StudioServer.Start();
        await server.Commit(("note.prompt.md", "Hello\n"));
        await server.Send(HttpMethod.Post, $"{StudioServer.Project}/commits", new { branch = "try/two", message = "Try", changes = new[] { new { path = "note.prompt.md", content = "Hi\n" } } });
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects/prompts/import");
        await visit.Page.GetByLabel("Onto the branch").SelectOptionAsync("try/two");
        await Files(visit, folder.Combine("all.csv"));
        await Button(visit, "Import 1 prompt").ClickAsync();
        await Item(visit, "mail/welcome").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync($"{visit.Root}/projects/prompts/edit/mail/welcome?branch=try%2Ftwo");
        await Expect(visit.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Source of the prompt" })).ToContainTextAsync("Hello");
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_with_the_way_out()
    {
        using var folder = new TempFolder();
        Write(folder.Path, "prompts.json", "{ no");
        await using var server = await StudioServer.Start();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects/prompts/import");
        await Files(visit, folder.Combine("prompts.json"));
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("the file is not JSON");
        await Expect(visit.Page.GetByLabel("Read prompts.json as")).ToHaveValueAsync("");
        visit.Forgive();
    }

    private static ILocator Button(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    private static ILocator Item(Visit visit, string text) =>
        visit.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Items" }).GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { HasText = text }).First;

    private static Task Files(Visit visit, string path) => visit.Page.Locator("input[type=file]:not([webkitdirectory])").SetInputFilesAsync(path);

    private static ILocator Tally(Visit visit, string text) => Button(visit, text);

    private static async Task Choose(Visit visit, string root) =>
        await visit.Page.Locator("input[webkitdirectory]").SetInputFilesAsync(root);

    private static void Write(string root, string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
