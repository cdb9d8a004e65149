using System.Net;
using System.Text;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;

namespace Quire.AspNetCore.Tests.Mlflow;

/// <summary>How MLflow's clients are spoken to: keys, errors, prefixes, answers that are ready.</summary>
public sealed class MlflowProtocolTests : IAsyncLifetime
{
    private RunningQuire _quire = null!;
    private MlflowClient _mlflow = null!;

    public async ValueTask InitializeAsync()
    {
        _quire = await RunningQuire.Start();
        _mlflow = new MlflowClient(_quire.Client);
        await _mlflow.Register("greeting", "Hello");
    }

    public ValueTask DisposeAsync() => _quire.DisposeAsync();

    [Fact]
    public async Task The_key_comes_by_bearer_or_as_the_password_of_basic()
    {
        const string Target = "/api/2.0/mlflow/registered-models/get?name=greeting";
        var anyone = _quire.ClientFor(null);
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"whoever:{_quire.Owner}"));
        (await anyone.Get(Target, ("Authorization", "Basic " + basic))).Should(HttpStatusCode.OK);
        (await anyone.Get(Target, ("Authorization", "Bearer " + _quire.Owner))).Should(HttpStatusCode.OK);
        (await anyone.Get(Target)).ShouldFailAsMlflow(401, "UNAUTHENTICATED");
        (await anyone.Get(Target, ("Authorization", "Basic " + Convert.ToBase64String("a:b"u8)))).ShouldFailAsMlflow(401, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task A_key_that_may_read_changes_nothing()
    {
        var reader = new MlflowClient(await _quire.ClientWith(Permissions.Read));
        (await reader.Model("greeting")).Should(HttpStatusCode.OK);
        (await reader.CreateModel("other")).ShouldFailAsMlflow(403, "PERMISSION_DENIED");
        (await reader.CreateVersion("greeting", "Bye")).ShouldFailAsMlflow(403, "PERMISSION_DENIED");
        (await reader.DeleteModel("greeting")).ShouldFailAsMlflow(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task The_pages_of_mlflow_use_another_prefix()
    {
        var pages = new MlflowClient(_quire.Client, "/ajax-api/2.0/mlflow");
        (await pages.Register("greeting", "Bye")).Text("version").ShouldBe("2");
        (await pages.Alias("greeting", "latest")).Version().Tag("mlflow.prompt.text").ShouldBe("Bye");
    }

    [Fact]
    public async Task Reads_are_ready_bytes_and_never_old_ones()
    {
        var before = (await _mlflow.Alias("greeting", "latest")).Should(HttpStatusCode.OK);
        (await _mlflow.Alias("greeting", "latest")).Bytes.ShouldBe(before.Bytes);
        (await _quire.Client.Get("/api/2.0/mlflow/registered-models/alias?name=greeting&alias=latest", ("If-None-Match", before.Header("ETag")!))).Status.ShouldBe(HttpStatusCode.NotModified);
        await _mlflow.Register("greeting", "Bye");
        (await _mlflow.Alias("greeting", "latest")).Version().Tag("mlflow.prompt.text").ShouldBe("Bye");
        (await _mlflow.Model("greeting")).Model().GetProperty("latest_versions")[0].Text("version").ShouldBe("2");
        (await _mlflow.Call("POST", "model-versions/set-tag", new { name = "greeting", version = "2", key = "k", value = "v" })).Should(HttpStatusCode.OK);
        (await _mlflow.Version("greeting", 2)).Version().Tag("k").ShouldBe("v");
    }

    [Fact]
    public async Task What_is_ready_for_one_workspace_is_not_served_to_another()
    {
        (await _quire.Client.Send("POST", "/api/v1/orgs/main/projects", new { name = "other" })).Should(HttpStatusCode.Created);
        (await _mlflow.Model("greeting")).Should(HttpStatusCode.OK);
        (await _quire.Client.Get("/api/2.0/mlflow/registered-models/get?name=greeting", ("X-MLFLOW-WORKSPACE", "other"))).ShouldFailAsMlflow(404, "RESOURCE_DOES_NOT_EXIST");
        (await _quire.Client.Get("/api/2.0/mlflow/registered-models/get?name=greeting", ("X-MLFLOW-WORKSPACE", "prompts"))).Should(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Calls_about_other_things_are_answered_in_mlflows_form()
    {
        (await _mlflow.Call("GET", "experiments/get?experiment_id=0")).ShouldFailAsMlflow(404, "ENDPOINT_NOT_FOUND");
        (await _mlflow.Call("POST", "runs/create", new { experiment_id = "0" })).ShouldFailAsMlflow(404, "ENDPOINT_NOT_FOUND");
        (await _mlflow.Call("POST", "model-versions/transition-stage", new { name = "greeting", version = "1", stage = "Production" }))
            .ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldContain("alias");
        (await _mlflow.Call("POST", "registered-models/rename", new { name = "greeting", new_name = "other" })).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE");
    }

    [Fact]
    public async Task Bodies_may_say_more_than_is_read_and_must_say_enough()
    {
        (await _mlflow.Call("POST", "model-versions/create", """{"name":"greeting","source":"x","run_id":"","tags":[{"key":"mlflow.prompt.text","value":"a"}],"model_id":null,"local_model_path":""}""")).Should(HttpStatusCode.OK);
        (await _mlflow.Call("POST", "registered-models/create", new { description = "nameless" })).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE");
        (await _mlflow.Call("POST", "registered-models/alias", new { name = "greeting", alias = "a" })).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldContain("version");
        (await _mlflow.Call("POST", "registered-models/set-tag", new { name = "greeting", key = "", value = "v" })).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE");
        (await _mlflow.Call("POST", "registered-models/set-tag", new { name = "greeting", key = "k" })).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldContain("value");
        (await _mlflow.Call("POST", "registered-models/create", "{")).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE");
        (await _mlflow.Call("GET", "registered-models/get")).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE").ShouldContain("name");
        (await _mlflow.Call("GET", "model-versions/get?name=greeting&version=first")).ShouldFailAsMlflow(400, "INVALID_PARAMETER_VALUE");
    }
}
