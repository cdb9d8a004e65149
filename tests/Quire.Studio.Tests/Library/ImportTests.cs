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
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Import 2 files" }).ClickAsync();
        await Expect(new Shelf(visit.Page).Row("team/mail/first")).ToBeVisibleAsync();
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts/team%2Fnotes.txt")).GetProperty("version").GetInt32().ShouldBe(2);

        await visit.Go("/projects/prompts/import");
        await visit.Page.GetByLabel("Into the folder").FillAsync("team");
        await Choose(visit, root);
        await Expect(visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Nothing to import" })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task A_file_that_does_not_parse_is_named_with_its_line_and_nothing_arrives()
    {
        using var folder = new TempFolder();
        var root = Path.Combine(folder.Path, "mine");
        Write(root, "good.prompt.md", "Hello");
        Write(root, "bad.prompt.md", "One\n{% if %}");
        await using var server = await StudioServer.Start();
        await using var visit = await Visit.SignedIn(browsers, server);
        await visit.Go("/projects/prompts/import");
        await Choose(visit, root);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Import 2 files" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Why it was refused" })).ToContainTextAsync("bad.prompt.md:2");
        // The browser tells the console of the answer 422, which is expected here.
        visit.Forgive();
        (await server.Send(HttpMethod.Get, $"{StudioServer.Project}/prompts")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    private static ILocator Tally(Visit visit, string text) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = text, Exact = true });

    private static async Task Choose(Visit visit, string root) =>
        await visit.Page.Locator("input[webkitdirectory]").SetInputFilesAsync(root);

    private static void Write(string root, string path, string text)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
