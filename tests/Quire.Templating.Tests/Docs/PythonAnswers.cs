using System.Text.Json;
using System.Text.Json.Nodes;
using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Docs;

/// <summary>Asks Python's Jinja2 for many templates in one process.</summary>
internal static class PythonAnswers
{
    public static IReadOnlyList<Outcome> Of(IEnumerable<PythonQuestion> questions)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, questions.Select(Row));
            var (exitCode, output, errors) = Oracle.Run("answer_file.py", file);
            exitCode.ShouldBe(0, errors);
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Row(PythonQuestion question) => new JsonObject
    {
        ["template"] = question.Template,
        ["context"] = JsonNode.Parse(question.Variables ?? "{}"),
        ["templates"] = new JsonObject(question.Files.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, f.Value))),
        ["env"] = new JsonObject
        {
            ["trim_blocks"] = question.Options.TrimBlocks,
            ["lstrip_blocks"] = question.Options.LstripBlocks,
            ["chat_template"] = question.Options.ChatTemplate,
            ["undefined"] = question.Options.Undefined.ToString().ToLowerInvariant(),
            ["escape"] = question.Options.Escape.ToString().ToLowerInvariant(),
        },
    }.ToJsonString();

    private static Outcome Read(string line)
    {
        var answer = JsonDocument.Parse(line).RootElement;
        if (answer.TryGetProperty("output", out var output)) return Outcome.Text(output.GetString()!);
        if (!answer.TryGetProperty("error", out var error)) return Outcome.Failure("limit", 0, "Python took too long");
        return Outcome.Failure(error.GetProperty("phase").GetString()!, 0, error.GetProperty("message").GetString()!);
    }
}
