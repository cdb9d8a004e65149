using System.Globalization;
using System.Text;
using System.Text.Json;
using Quire.Prompts.PromptFiles;
using Quire.Templating.Diagnostics;

namespace Quire.Prompts.Tests.PromptFiles;

/// <summary>Every file of Cases/PromptFiles: a prompt file, and what reading it gives.</summary>
public sealed class PromptFileCaseTests
{
    public static IEnumerable<TheoryDataRow<string>> Cases => CaseFiles.Names("PromptFiles");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_gives_what_its_case_says(string name)
    {
        var text = CaseFiles.Read("PromptFiles", name);
        var head = text.IndexOf('\n', StringComparison.Ordinal);
        var end = text.LastIndexOf("\n=== \n", StringComparison.Ordinal);
        var (path, source, expected) = (text[4..head], text[(head + 1)..Math.Max(head + 1, end)], text[(end + 6)..]);
        var actual = Describe(PromptFileParser.Parse(path, Encoding.UTF8.GetBytes(source)));
        if (Environment.GetEnvironmentVariable("QUIRE_WRITE_CASES") is { } folder)
            File.WriteAllText(Path.Combine(folder, name), text[..(end + 6)] + actual);
        else
            actual.ShouldBe(expected);
    }

    private static string Describe(PromptFileResult result)
    {
        var builder = new StringBuilder();
        foreach (var diagnostic in result.Diagnostics)
            Line(builder, Describe(diagnostic));
        if (result.File is { } file)
            Describe(builder, file);
        return builder.ToString();
    }

    // The words of the template engine are its own; here only its places count.
    private static string Describe(Diagnostic diagnostic) => diagnostic.Code.StartsWith("QT", StringComparison.Ordinal)
        ? $"{diagnostic.Line}:{diagnostic.Column} template"
        : $"{diagnostic.Line}:{diagnostic.Column} {diagnostic.Code} {diagnostic.Message}" + (diagnostic.Hint is null ? "" : $" -> {diagnostic.Hint}");

    private static void Describe(StringBuilder builder, PromptFile file)
    {
        Line(builder, $"{file.Type} {file.Dialect} {file.Name}");
        Fact(builder, "title", file.Title);
        Fact(builder, "description", file.Description);
        Fact(builder, "tags", file.Tags.Count == 0 ? null : string.Join(" | ", file.Tags));
        Fact(builder, "category", file.Category);
        Fact(builder, "variables", file.Variables?.Schema.GetRawText());
        Fact(builder, "config", file.Config.GetRawText() is var config and not "{}" ? config : null);
        Fact(builder, "responseFormat", file.ResponseFormat?.GetRawText());
        Fact(builder, "jsonSchema", file.JsonSchema?.GetRawText());
        Fact(builder, "testData", file.TestData?.GetRawText());
        Fact(builder, "evaluators", file.Evaluators?.GetRawText());
        foreach (var (key, value) in file.Extensions)
            Fact(builder, key, value.GetRawText());
        if (file.Contribution is { } header)
            Line(builder, $"extends {header.Extends} as {header.Layer} for {header.Scope?.Value ?? "everyone"}, line {header.Line}");
        Fact(builder, "body", file.Body is { } body ? JsonSerializer.Serialize(body.Source) : null);
        foreach (var item in file.Messages)
            Line(builder, Describe(item));
        foreach (var part in file.Parts)
            Line(builder, $"{part.Line}:{part.Column} for {part.MergePoint}{(part.Locked ? " locked" : "")}: {(part.Text is { } partText ? JsonSerializer.Serialize(partText.Source) : string.Join(", ", part.Messages!.Select(Describe)))}");
    }

    private static string Describe(ChatItem item) => string.Create(CultureInfo.InvariantCulture, $"{item.Line}:{item.Column} ") + item switch
    {
        ChatItem.Message message => $"{message.Role}: {JsonSerializer.Serialize(message.Content.Source)} at {message.Content.Template.Options.BaseLine}:{message.Content.Template.Options.BaseColumn}+{message.Content.ColumnShift}",
        ChatItem.Placeholder placeholder => $"placeholder {placeholder.Name}",
        ChatItem.MergePoint point => $"merge point {point.Name} {point.Behavior}{(point.Required ? " required" : "")}{(point.Locked ? " locked" : "")}{(point.User ? " user" : "")} [{string.Join(", ", point.Default.Select(Describe))}]",
        _ => "?",
    };

    private static void Fact(StringBuilder builder, string key, string? value)
    {
        if (value is not null)
            Line(builder, $"{key}: {value}");
    }

    private static void Line(StringBuilder builder, string line) => builder.Append(line).Append('\n');
}
