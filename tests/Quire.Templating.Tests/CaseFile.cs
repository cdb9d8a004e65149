using System.Text.Json;
using Quire.Templating.Values;

namespace Quire.Templating.Tests;

/// <summary>Files of cases, one JSON object a line: template, environment, and the output or the phase and line of the error.</summary>
internal static class CaseFile
{
    public static List<string> FailuresOf(string folder, string name, Dialect dialect)
    {
        var directory = Path.Combine(AppContext.BaseDirectory, folder, "Cases");
        var shared = Path.Combine(directory, name + ".context.json");
        var context = File.Exists(shared) ? Value.FromJson(File.ReadAllBytes(shared)) : Value.EmptyMap;
        var failures = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(directory, name + ".jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            if (Check(row.RootElement, context, dialect) is { } failure) failures.Add(failure);
        }
        return failures;
    }

    private static string? Check(JsonElement row, Value context, Dialect dialect)
    {
        var options = Options(row, dialect);
        if (row.TryGetProperty("context", out var own)) context = Value.FromJson(own);
        var (output, phase, line) = Run(row, options, context);
        var id = row.GetProperty("id").GetString();
        if (row.TryGetProperty("output", out var expected))
            return output == expected.GetString() ? null : $"{id}: {row.GetProperty("template")} gave {output ?? phase + " error in line " + line} instead of {expected}";
        var error = row.GetProperty("error");
        var isRight = output is null && phase == error.GetProperty("phase").GetString() && (!error.TryGetProperty("line", out var at) || line == at.GetInt32());
        return isRight ? null : $"{id}: {row.GetProperty("template")} gave {output ?? phase + " error in line " + line} instead of {error}";
    }

    private static (string? Output, string Phase, int Line) Run(JsonElement row, TemplateOptions options, Value context)
    {
        var parsed = Template.Parse(row.GetProperty("template").GetString()!, options);
        if (parsed.Template is null) return (null, "parse", parsed.Diagnostics[0].Line);
        var result = parsed.Template.Render(new RenderRequest { Variables = context, Resolve = Sources(row, options) });
        return (result.Output, result.Phase == RenderPhase.Limit ? "limit" : "render", result.Error?.Line ?? 0);
    }

    private static Func<string, Template?> Sources(JsonElement row, TemplateOptions options)
    {
        var known = new Dictionary<string, Template?>(StringComparer.Ordinal);
        return name =>
        {
            if (!row.TryGetProperty("templates", out var sources) || !sources.TryGetProperty(name, out var source)) return null;
            if (!known.TryGetValue(name, out var template)) known[name] = template = Template.Parse(source.GetString()!, options with { Name = name }).Template;
            return template;
        };
    }

    private static TemplateOptions Options(JsonElement row, Dialect dialect)
    {
        if (!row.TryGetProperty("env", out var env)) return new TemplateOptions { Dialect = dialect };
        bool Flag(string name) => env.TryGetProperty(name, out var value) && value.GetBoolean();
        return new TemplateOptions
        {
            Dialect = dialect,
            TrimBlocks = Flag("trim_blocks"),
            LstripBlocks = Flag("lstrip_blocks"),
            KeepTrailingNewline = Flag("keep_trailing_newline"),
            Undefined = env.TryGetProperty("undefined", out var mode) ? Enum.Parse<UndefinedMode>(mode.GetString()!, ignoreCase: true) : UndefinedMode.Default,
            Escape = env.TryGetProperty("escape", out _) ? EscapeMode.Html : EscapeMode.None,
        };
    }
}
