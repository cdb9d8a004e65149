using System.Net;
using System.Text.Json;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Mlflow;

/// <summary>Sends what the prompt functions of MLflow's clients send.</summary>
public sealed class MlflowClient(HttpClient http, string prefix = "/api/2.0/mlflow")
{
    public static object[] Tags(params (string Key, string Value)[] tags) => [.. tags.Select(tag => new { key = tag.Key, value = tag.Value })];

    public Task<Reply> Call(string method, string path, object? body = null) => http.Send(method, $"{prefix}/{path}", body);

    public Task<Reply> CreateModel(string name, string? description = null, params (string Key, string Value)[] tags) =>
        Call("POST", "registered-models/create", new { name, description, tags = Tags([("mlflow.prompt.is_prompt", "true"), .. tags]) });

    public Task<Reply> CreateVersion(string name, string text, string? message = null, string type = "text", params (string Key, string Value)[] tags) =>
        Call("POST", "model-versions/create", new
        {
            name,
            source = "mlflow-artifacts:/" + name,
            description = message,
            tags = Tags([("mlflow.prompt.text", text), ("_mlflow_prompt_type", type), ("mlflow.prompt.is_prompt", "true"), .. tags]),
        });

    /// <summary>What <c>register_prompt</c> does: the model where there is none yet, then the version. Answers the version.</summary>
    public async Task<JsonElement> Register(string name, string text, string? message = null, string type = "text", params (string Key, string Value)[] tags)
    {
        var model = await CreateModel(name);
        if (model.Status != HttpStatusCode.OK)
            model.ShouldFailAsMlflow(400, "RESOURCE_ALREADY_EXISTS");
        return (await CreateVersion(name, text, message, type, tags)).Should(HttpStatusCode.OK).Json.GetProperty("model_version");
    }

    public Task<Reply> Model(string name) => Call("GET", $"registered-models/get?name={Uri.EscapeDataString(name)}");

    public Task<Reply> Version(string name, int number) => Call("GET", $"model-versions/get?name={Uri.EscapeDataString(name)}&version={number}");

    public Task<Reply> Alias(string name, string alias) => Call("GET", $"registered-models/alias?name={Uri.EscapeDataString(name)}&alias={alias}");

    public Task<Reply> SetAlias(string name, string alias, int number) => Call("POST", "registered-models/alias", new { name, alias, version = $"{number}" });

    public Task<Reply> DeleteVersion(string name, int number) => Call("DELETE", "model-versions/delete", new { name, version = $"{number}" });

    public Task<Reply> DeleteModel(string name) => Call("DELETE", "registered-models/delete", new { name });

    public Task<Reply> SearchModels(string? filter, string more = "") => Call("GET", $"registered-models/search?filter={Uri.EscapeDataString(filter ?? "")}{more}");

    public Task<Reply> SearchVersions(string filter, string more = "") => Call("GET", $"model-versions/search?filter={Uri.EscapeDataString(filter)}{more}");

    /// <summary>The names that a search finds, in its order.</summary>
    public async Task<IReadOnlyList<string>> Names(string? filter, string more = "") =>
        [.. (await SearchModels(filter, more)).Should(HttpStatusCode.OK).Json.GetProperty("registered_models").EnumerateArray().Select(model => model.GetProperty("name").GetString()!)];

    /// <summary>The numbers that a search finds, in its order.</summary>
    public async Task<IReadOnlyList<string>> Numbers(string filter, string more = "") =>
        [.. (await SearchVersions(filter, more)).Should(HttpStatusCode.OK).Json.GetProperty("model_versions").EnumerateArray().Select(version => version.GetProperty("version").GetString()!)];
}
