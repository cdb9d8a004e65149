using System.Text.Json;
using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests.Langfuse;

/// <summary>Looks into what Langfuse's endpoints answer.</summary>
internal static class LangfuseReplies
{
    public static string? Member(this Reply reply, string name) => reply.Json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;

    public static string[] Texts(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(item => item.ToString())];

    public static string[] Labels(this Reply reply) => reply.Json.Texts("labels");

    public static string[] Tags(this Reply reply) => reply.Json.Texts("tags");

    public static int Version(this Reply reply) => reply.Json.GetProperty("version").GetInt32();

    public static string Prompt(this Reply reply) => reply.Json.GetProperty("prompt").ToString();

    public static JsonElement[] Data(this Reply reply) => [.. reply.Json.GetProperty("data").EnumerateArray()];

    public static string[] Names(this Reply reply) => [.. reply.Data().Select(item => item.GetProperty("name").GetString()!)];

    /// <summary>Fails unless it is an error of Langfuse's form.</summary>
    public static Reply ShouldRefuse(this Reply reply, int status, string error, string message = "")
    {
        ((int)reply.Status).ShouldBe(status, reply.Text);
        reply.Header("Content-Type").ShouldBe("application/json; charset=utf-8");
        reply.Json.GetProperty("error").GetString().ShouldBe(error, reply.Text);
        reply.Json.GetProperty("message").GetString()!.ShouldContain(message, Case.Sensitive, reply.Text);
        return reply;
    }

    /// <summary>Fails unless the request was refused as data that does not fit, with this issue.</summary>
    public static Reply ShouldHaveIssue(this Reply reply, string path, string message)
    {
        ((int)reply.Status).ShouldBe(400, reply.Text);
        reply.Json.GetProperty("message").GetString().ShouldBe("Invalid request data");
        var issue = reply.Json.GetProperty("error").EnumerateArray().ShouldHaveSingleItem();
        issue.GetProperty("path").EnumerateArray().Select(step => step.GetString()).ShouldBe([path]);
        issue.GetProperty("message").GetString()!.ShouldContain(message);
        return reply;
    }
}
