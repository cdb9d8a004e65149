using System.Text;
using Quire.Core.Exports;
using Quire.Core.Imports;

namespace Quire.Core.Tests.Imports;

/// <summary>Files that the products wrote, or that their documentation shows; tests/data/imports/SOURCE.md says which.</summary>
public sealed class ProductFileTests
{
    public static TheoryData<string, ImportFormat, string> Files => new()
    {
        { "langfuse/movie-critic.json", ImportFormat.Json, "movie-critic" },
        { "langfuse/project.json", ImportFormat.Json, "movie-critic, chat/movie-critic-chat" },
        { "mlflow/registry.json", ImportFormat.Mlflow, "summarize-ticket, triage" },
        { "mlflow/prompt1.json", ImportFormat.Mlflow, "prompt1" },
        { "langsmith/support-chat.json", ImportFormat.LangSmith, "support-chat" },
        { "langsmith/agent.json", ImportFormat.LangSmith, "agent" },
        { "langsmith/few-shot-chat.json", ImportFormat.LangSmith, "few-shot-chat" },
        { "langsmith/summarize.json", ImportFormat.LangSmith, "summarize" },
        { "langsmith/greeting-mustache.json", ImportFormat.LangSmith, "greeting-mustache" },
        { "langsmith/chain.json", ImportFormat.LangSmith, "chain" },
        { "prompty/basic_mustache.prompty", ImportFormat.Prompty, "basic_mustache" },
        { "github/summarizer.prompt.yml", ImportFormat.GitHub, "summarizer" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_tried_imported_once_exported_and_the_same_elsewhere(string file, ImportFormat format, string prompts)
    {
        var name = Path.GetFileName(file);
        await using var shop = await Workshop.Open();

        var tried = await shop.Import(name, ImportHelp.Data(file), dryRun: true);
        (tried.Format, tried.Count(ImportOutcome.Failed)).ShouldBe((format, 0), string.Join('\n', tried.Items.Select(item => item.Reason)));
        (await shop.Lister.List(shop.Owner, Workshop.Project)).Items.ShouldBeEmpty();

        var first = await shop.Import(name, ImportHelp.Data(file));
        string.Join(", ", first.Items.Where(item => item.Outcome == ImportOutcome.Created).Select(item => item.Path)).ShouldBe(prompts);
        first.Items.Select(item => (item.Path, item.Outcome)).ShouldBe(tried.Items.Select(item => (item.Path, item.Outcome)));
        first.Issued.OrderBy(issued => issued.Path).ThenBy(issued => issued.Number).ShouldBe(tried.Issued.OrderBy(issued => issued.Path).ThenBy(issued => issued.Number));

        var again = await shop.Import(name, ImportHelp.Data(file));
        (again.Sequence, again.Head, again.Count(ImportOutcome.Created) + again.Count(ImportOutcome.Updated)).ShouldBe((first.Sequence, null, 0));

        await using var other = await Workshop.Open();
        foreach (var form in Enum.GetValues<ExportFormat>())
        {
            var exported = await shop.Export(form, all: true);
            (await shop.Import(exported.Name, exported.Bytes.ToArray())).Sequence.ShouldBe(first.Sequence, form.ToString());
        }
        var moved = await shop.Export(ExportFormat.Json, all: true);
        (await other.Import("moved.json", moved.Bytes.ToArray())).Count(ImportOutcome.Failed).ShouldBe(0);
        Encoding.UTF8.GetString((await other.Export(ExportFormat.Json, all: true)).Bytes.Span).ShouldBe(Encoding.UTF8.GetString(moved.Bytes.Span));
        (await other.Export(ExportFormat.Zip)).Bytes.ToArray().ShouldBe((await shop.Export(ExportFormat.Zip)).Bytes.ToArray());
    }

    [Fact]
    public async Task Langfuse_keeps_versions_in_order_messages_labels_tags_and_settings()
    {
        await using var shop = await Workshop.Open();
        await shop.Import("project.json", ImportHelp.Data("langfuse/project.json"), format: ImportFormat.Langfuse);

        (await shop.Versions("movie-critic")).ShouldBe(["1: Import", "2: Ask for any film", "3: Answer more evenly"]);
        (await shop.Aliases("movie-critic")).ShouldBe("production=2 staging=3");
        var critic = (await shop.Lister.List(shop.Owner, Workshop.Project)).Items.Single(item => item.Prompt.Path == "movie-critic");
        critic.Tags.ShouldBe(["movies", "reviews"]);
        (await shop.Body("movie-critic@production")).ShouldBe("As a {{criticLevel}} movie critic, do you like {{movie}}?");
        var chat = Encoding.UTF8.GetString((await shop.Resolve("chat/movie-critic-chat")).Bytes.Span);
        chat.ShouldBe("dialect: variables\nmessages:\n  - role: system\n    content: |\n      You are a movie critic.\n      Be kind.\n  - placeholder: history\n  - role: user\n    content: \"Do you like {{movie}}?\"\n");
    }

    [Fact]
    public async Task Mlflow_keeps_versions_in_order_aliases_tags_and_settings_and_leaves_models_out()
    {
        await using var shop = await Workshop.Open();
        var report = await shop.Import("registry.json", ImportHelp.Data("mlflow/registry.json"));

        report.Items.Single(item => item.Outcome == ImportOutcome.Skipped).Name.ShouldBe("churn-classifier");
        (await shop.Versions("summarize-ticket")).ShouldBe(["1: First", "2: Fewer sentences"]);
        (await shop.Aliases("summarize-ticket")).ShouldBe("candidate=2 production=1");
        (await shop.Lister.VersionTags(shop.Owner, Workshop.Project, "summarize-ticket"))[2].ShouldBe(new Dictionary<string, string> { ["author"] = "ada" });
        var newest = await shop.Resolve("summarize-ticket@2");
        newest.Content.File!.Config.GetProperty("model_name").GetString().ShouldBe("gpt-4o");
        (await shop.Resolve("triage")).Content.File!.ResponseFormat!.Value.GetProperty("type").GetString().ShouldBe("object");
    }

    [Fact]
    public async Task Models_without_the_tag_of_prompts_are_prompts_where_their_versions_are()
    {
        await using var shop = await Workshop.Open();
        await shop.Import("prompt1.json", ImportHelp.Data("mlflow/prompt1.json"));

        (await shop.Versions("prompt1")).ShouldBe(["1: some commit message for version 1", "2: some commit message for version 2", "3: some commit message for version 3"]);
        (await shop.Aliases("prompt1")).ShouldBe("alias1=1 alias2=3");
        (await shop.Lister.VersionTags(shop.Owner, Workshop.Project, "prompt1"))[3].ShouldBe(new Dictionary<string, string> { ["another_version_tag"] = "xyz" });
    }

    [Fact]
    public async Task LangSmith_texts_become_templates_of_their_kind()
    {
        await using var shop = await Workshop.Open();
        foreach (var file in (string[])["support-chat", "greeting-mustache", "summarize", "chain"])
            await shop.Import($"{file}.json", ImportHelp.Data($"langsmith/{file}.json"));

        (await shop.Text("support-chat")).ShouldContain("You answer questions about {{ product }} in {curly} style.");
        (await shop.Text("support-chat")).ShouldContain("placeholder: history");
        (await shop.Resolve("greeting-mustache")).Content.Facts.Dialect.ShouldBe("mustache");
        (await shop.Body("summarize")).ShouldBe("Summarize in {{ count }} bullet points:\n\n{{ text }}");
        (await shop.Resolve("chain")).Content.File!.Config.GetRawText().ShouldBe("""{"temperature":0.0}""");
    }

    [Fact]
    public async Task Prompty_settings_stay_with_the_prompt()
    {
        await using var shop = await Workshop.Open();
        await shop.Import("basic_mustache.prompty", ImportHelp.Data("prompty/basic_mustache.prompty"));

        var file = (await shop.Resolve("basic_mustache")).Content.File!;
        (file.Title, file.Messages.Count, file.Dialect.ToString()).ShouldBe(("Basic Prompt", 2, "Mustache"));
        file.Config.GetProperty("configuration").GetProperty("azure_deployment").GetString().ShouldBe("gpt-35-turbo");
        file.Extensions["x-prompty"].GetProperty("sample").GetProperty("firstName").GetString().ShouldBe("Jane");
    }
}
