using Quire.Core.Changes;
using Quire.Core.Mlflow;
using Quire.Testing;
using Quire.Testing.Services;

namespace Quire.Core.Tests.Mlflow;

/// <summary>What MLflow's clients do, on both stores: the life of a prompt, and many who write it at once.</summary>
public sealed class MlflowStoreTests(PostgresFixture postgres)
{
    private static readonly Dictionary<string, string> NoTags = [];

    [Fact]
    public async Task A_prompt_lives_and_dies_on_sqlite()
    {
        using var folder = new TempFolder();
        await Live(folder.Path);
    }

    [Fact]
    public async Task A_prompt_lives_and_dies_on_postgresql()
    {
        using var database = postgres.CreateDatabase();
        await Live(database.ConnectionString);
    }

    [Fact]
    public async Task Many_who_register_one_prompt_at_once_make_one_on_sqlite()
    {
        using var folder = new TempFolder();
        await Race(folder.Path);
    }

    [Fact]
    public async Task Many_who_register_one_prompt_at_once_make_one_on_postgresql()
    {
        using var database = postgres.CreateDatabase();
        await Race(database.ConnectionString);
    }

    [Fact]
    public async Task A_registration_is_in_the_feed_and_the_ledger_like_any_change()
    {
        await using var shop = await Workshop.Open();
        var made = await Writer(shop).Create(shop.Owner, Workshop.Project, "early", "For later", NoTags);
        var rows = (await shop.Feed.List(shop.Owner, made.Sequence - 1, int.MaxValue)).Where(item => item.Sequence == made.Sequence).Select(item => item.Row!).ToList();
        rows.Select(row => (row.Kind, row.Name, row.Path)).ShouldBe([("annotation", AnnotationKeys.Registered, "early"), ("annotation", AnnotationKeys.Description, "early")], ignoreOrder: true);
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_was_registered_and_then_pushed_is_a_prompt_like_any_other()
    {
        await using var shop = await Workshop.Open();
        await Writer(shop).Create(shop.Owner, Workshop.Project, "early", null, NoTags);
        await shop.Commit(("early.prompt.md", "pushed"));
        (await shop.Text("early@1")).ShouldBe("pushed");
        await shop.Commit(("early.prompt.md", null));
        (await Workshop.Refusal(() => Reader(shop).Model(shop.Owner, Workshop.Project, "early"))).Code.ShouldBe("prompt_not_found");
        await Writer(shop).Create(shop.Owner, Workshop.Project, "early", null, NoTags);
        (await Reader(shop).Model(shop.Owner, Workshop.Project, "early")).Latest.ShouldBeNull();
    }

    private static MlflowWriter Writer(Workshop shop) => new(shop.Store, shop.Objects, shop.Contents, shop.Commits);

    private static MlflowReader Reader(Workshop shop) => new(shop.Store, shop.Objects, shop.Contents);

    private static NewMlflowVersion Version(string text) =>
        new() { Project = Workshop.Project, Name = "a.b", Tags = new Dictionary<string, string> { [MlflowKeys.Text] = text, ["n"] = text } };

    private static async Task Live(string location)
    {
        await using var shop = await Workshop.Open(place: location);
        var (writer, reader) = (Writer(shop), Reader(shop));
        await writer.Create(shop.Owner, Workshop.Project, "a.b", "For all", new Dictionary<string, string> { ["team"] = "x" });
        (await reader.Model(shop.Owner, Workshop.Project, "a.b")).Latest.ShouldBeNull();
        (await writer.AddVersion(shop.Owner, Version("one"))).Number.ShouldBe(1);
        (await writer.AddVersion(shop.Owner, Version("one"))).Number.ShouldBe(2);
        await writer.Alias(shop.Owner, Workshop.Project, "a.b", "production", 1);
        (await reader.Aliased(shop.Owner, Workshop.Project, "a.b", "production")).Number.ShouldBe(1);
        var search = new MlflowSearch(MlflowFilter.Read("tags.team = 'x' AND name LIKE 'a._'", MlflowSearch.ModelTexts, []), [], 10, null);
        (await reader.Models(shop.Owner, Workshop.Project, search)).Items.ShouldHaveSingleItem().Latest!.Tags["n"].ShouldBe("one");
        await writer.Delete(shop.Owner, Workshop.Project, "a.b");
        (await reader.Models(shop.Owner, Workshop.Project, search)).Items.ShouldBeEmpty();
        (await Workshop.Refusal(() => reader.Version(shop.Owner, Workshop.Project, "a.b", 1))).Code.ShouldBe("prompt_not_found");
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    private static async Task Race(string location)
    {
        await using var shop = await Workshop.Open(place: location);
        var made = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Try(() => Writer(shop).Create(shop.Owner, Workshop.Project, "a.b", null, NoTags))));
        made.Count(code => code is null).ShouldBe(1);
        made.ShouldAllBe(code => code == null || code == "prompt_exists");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(number => Writer(shop).AddVersion(shop.Owner, Version($"text {number}"))));
        for (var number = 1; number <= 3; number++)
        {
            var version = await Reader(shop).Version(shop.Owner, Workshop.Project, "a.b", number);
            version.Tags["n"].ShouldBe(version.Tags[MlflowKeys.Text]);
        }
    }

    private static async Task<string?> Try(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (Errors.QuireException error)
        {
            return error.Error.Code;
        }
    }
}
