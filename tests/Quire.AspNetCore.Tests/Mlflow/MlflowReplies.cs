using System.Net;
using System.Text.Json;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Mlflow;

/// <summary>Reads answers as MLflow's clients do.</summary>
public static class MlflowReplies
{
    /// <summary>Fails, showing the answer, unless it is this error of MLflow. Answers its message.</summary>
    public static string ShouldFailAsMlflow(this Reply reply, int status, string code)
    {
        ((int)reply.Status).ShouldBe(status, reply.Text);
        reply.Json.GetProperty("error_code").GetString().ShouldBe(code, reply.Text);
        reply.Header("Content-Type").ShouldBe("application/json");
        return reply.Json.GetProperty("message").GetString()!;
    }

    public static JsonElement Model(this Reply reply) => reply.Should(HttpStatusCode.OK).Json.GetProperty("registered_model");

    public static JsonElement Version(this Reply reply) => reply.Should(HttpStatusCode.OK).Json.GetProperty("model_version");

    public static string Text(this JsonElement item, string member) => item.GetProperty(member).GetString()!;

    /// <summary>The value of a tag; null where there is none.</summary>
    public static string? Tag(this JsonElement item, string key) => item.Tags().GetValueOrDefault(key);

    public static Dictionary<string, string> Tags(this JsonElement item) => item.TryGetProperty("tags", out var tags)
        ? tags.EnumerateArray().ToDictionary(tag => tag.Text("key"), tag => tag.Text("value"))
        : [];
}
