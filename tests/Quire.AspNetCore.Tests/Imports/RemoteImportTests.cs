using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Imports;

/// <summary>Imports from servers that speak as Langfuse and MLflow do: Quire's own endpoints, which those products' clients hold for the real ones.</summary>
public sealed class RemoteImportTests
{
    private const string Route = $"{Sending.Project}/imports/remote";

    [Fact]
    public async Task A_langfuse_project_comes_over_with_versions_labels_tags_and_settings_once()
    {
        await using var source = await RunningQuire.Start();
        await source.Client.Send("POST", $"{Sending.Project}/imports?name=x.json", """
            [{"name":"a/critic","version":1,"prompt":"one {{x}}","labels":["production"],"tags":["t"]},{"name":"a/critic","version":2,"prompt":"two {{x}}","config":{"temperature":0.5},"labels":["staging"],"tags":["t"],"commitMessage":"Better"},
             {"name":"chat","version":1,"prompt":[{"role":"user","content":"Hi"},{"type":"placeholder","name":"history"}]}]
            """u8.ToArray());
        await using var quire = await RunningQuire.Start(options => options with { AllowOutbound = ["127.0.0.1"] });
        var body = new { format = "langfuse", url = source.Address.ToString(), user = "pk", secret = source.Owner };

        (await quire.Client.Send("POST", $"{Route}?dryRun=true", body)).Should(HttpStatusCode.OK).Json.GetProperty("created").GetInt32().ShouldBe(2);
        var report = (await quire.Client.Send("POST", Route, body)).Should(HttpStatusCode.OK).Json;
        (report.GetProperty("created").GetInt32(), report.GetProperty("failed").GetInt32()).ShouldBe((2, 0), report.ToString());
        (await quire.Client.Send("POST", Route, body)).Json.GetProperty("changed").GetBoolean().ShouldBeFalse();

        var theirs = await source.Client.Get($"{Sending.Project}/export?format=json&versions=all");
        (await quire.Client.Get($"{Sending.Project}/export?format=json&versions=all")).Text.Replace("Import langfuse at 127.0.0.1", "Import x.json", StringComparison.Ordinal).ShouldBe(theirs.Text);
        quire.Log.Text.ShouldNotContain(source.Owner);
    }

    [Fact]
    public async Task The_prompts_of_an_mlflow_server_come_over_once()
    {
        await using var source = await RunningQuire.Start();
        await source.Client.Send("POST", $"{Sending.Project}/imports?name=x.json", File.ReadAllBytes(Quire.Testing.RepositoryRoot.Combine("tests", "data", "imports", "mlflow", "registry.json")));
        await using var quire = await RunningQuire.Start(options => options with { AllowOutbound = ["127.0.0.1"] });
        var body = new { format = "mlflow", url = source.Address.ToString(), secret = source.Owner };

        var events = await quire.Client.Send("POST", Route, body, ("Accept", "text/event-stream"));
        events.Text.ShouldContain("\"phase\":\"fetching\"");
        events.Text.ShouldContain("\"created\":2");
        (await quire.Client.Send("POST", Route, body)).Json.GetProperty("changed").GetBoolean().ShouldBeFalse();

        var version = (await quire.Client.Get($"{Sending.Project}/prompts/summarize-ticket/versions/2")).Json;
        version.GetProperty("aliases")[0].GetString().ShouldBe("candidate");
        version.GetProperty("message").GetString().ShouldBe("Fewer sentences");
    }

    [Theory]
    [InlineData("tags.`mlflow.prompt.is_prompt` = 'true'", 1)]
    [InlineData("never", 3)]
    public async Task A_server_that_leaves_prompts_out_of_searches_is_asked_for_them_or_for_each_version(string wanted, int newest)
    {
        static string Version(int number) => $$"""{"name":"greet","version":"{{number}}","description":"v{{number}}","tags":[{"key":"mlflow.prompt.is_prompt","value":"true"},{"key":"mlflow.prompt.text","value":"Hello {{number}}"}]}""";
        await using var source = await RunningQuire.Start(more: app =>
        {
            const string Api = "/ml/api/2.0/mlflow";
            var model = $$"""{"name":"greet","tags":[{"key":"mlflow.prompt.is_prompt","value":"true"}],"latest_versions":[{{Version(newest)}}],"aliases":[{"alias":"live","version":"1"}]}""";
            app.MapGet($"{Api}/registered-models/search", () => Results.Text($$"""{"registered_models":[{{model}}]}""", "application/json"));
            app.MapGet($"{Api}/registered-models/get", () => Results.Text($$"""{"registered_model":{{model}}}""", "application/json"));
            app.MapGet($"{Api}/model-versions/search", (string filter) => Results.Text(filter.Contains(wanted, StringComparison.Ordinal) ? $$"""{"model_versions":[{{Version(1)}}]}""" : "{}", "application/json"));
            app.MapGet($"{Api}/model-versions/get", (int version) => version == 2 ? Results.NotFound() : Results.Text($$"""{"model_version":{{Version(version)}}}""", "application/json"));
        });
        await using var quire = await RunningQuire.Start(options => options with { AllowOutbound = ["127.0.0.1"] });

        var report = (await quire.Client.Send("POST", Route, new { format = "mlflow", url = $"{source.Address}ml/" })).Should(HttpStatusCode.OK).Json;

        (report.GetProperty("created").GetInt32(), report.GetProperty("failed").GetInt32()).ShouldBe((1, 0), report.ToString());
        var there = (await quire.Client.Get($"{Sending.Project}/prompts/greet/versions/{(newest == 1 ? 1 : 2)}")).Json;
        there.GetProperty("message").GetString().ShouldBe($"v{newest}");
    }

    [Fact]
    public async Task A_server_inside_is_not_called_unless_the_operator_names_it()
    {
        await using var source = await RunningQuire.Start();
        await using var quire = await RunningQuire.Start();
        var reply = await quire.Client.Send("POST", Route, new { format = "langfuse", url = source.Address.ToString(), user = "pk", secret = "topsecret" });
        reply.ShouldFail(422, "import_source_failed");
        (reply.Text + quire.Log.Text).ShouldNotContain("topsecret");
    }

    [Fact]
    public async Task A_server_that_refuses_or_is_none_is_told_without_its_secret()
    {
        await using var source = await RunningQuire.Start();
        await using var quire = await RunningQuire.Start(options => options with { AllowOutbound = ["127.0.0.1"] });
        var refused = await quire.Client.Send("POST", Route, new { format = "langfuse", url = source.Address.ToString(), user = "pk", secret = "topsecret" });
        refused.ShouldFail(422, "import_source_failed");
        (refused.Text + quire.Log.Text).ShouldNotContain("topsecret");
        (await quire.Client.Send("POST", Route, new { format = "csv", url = source.Address.ToString() })).ShouldFail(400, "invalid_import");
        (await quire.Client.Send("POST", Route, new { format = "langfuse", url = "https://user:pass@host/" })).ShouldFail(400, "invalid_url");
    }

    [Fact]
    public async Task A_version_that_cannot_be_read_is_told_and_the_others_arrive()
    {
        await using var source = await RunningQuire.Start(more: app =>
        {
            app.MapGet("/broken/api/public/v2/prompts", () => Results.Text("""{"data":[{"name":"a","versions":[1,2]},{"name":"b","versions":[1]}]}""", "application/json"));
            app.MapGet("/broken/api/public/v2/prompts/{name}", (string name, int version) => (name, version) == ("a", 2) ? Results.StatusCode(500) : Results.Text($$"""{"name":"{{name}}","version":{{version}},"prompt":"x"}""", "application/json"));
        });
        await using var quire = await RunningQuire.Start(options => options with { AllowOutbound = ["127.0.0.1"] });
        var report = (await quire.Client.Send("POST", Route, new { format = "langfuse", url = $"{source.Address}broken/", user = "pk", secret = "s" })).Should(HttpStatusCode.OK).Json;
        (report.GetProperty("created").GetInt32(), report.GetProperty("failed").GetInt32()).ShouldBe((2, 1));
        report.GetProperty("items")[2].GetProperty("place").GetString().ShouldBe("a version 2");
    }
}
