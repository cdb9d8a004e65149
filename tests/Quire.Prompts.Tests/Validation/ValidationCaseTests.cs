using System.Text;
using System.Text.Json;
using Quire.Prompts.PromptFiles;
using Quire.Prompts.Validation;
using Quire.Templating.Diagnostics;

namespace Quire.Prompts.Tests.Validation;

/// <summary>Every case of Cases/Validation: a text, perhaps rules, and what is found.</summary>
public sealed class ValidationCaseTests
{
    private static string Root => Path.Combine(AppContext.BaseDirectory, "Cases", "Validation");

    public static IEnumerable<TheoryDataRow<string, string>> Cases =>
        from path in Directory.EnumerateFiles(Root, "*.txt").Order(StringComparer.Ordinal)
        from title in File.ReadLines(path).Where(line => line.StartsWith("##### ", StringComparison.Ordinal))
        select new TheoryDataRow<string, string>(Path.GetFileName(path), title[6..]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_gives_the_findings_of_its_case(string file, string title)
    {
        var sections = Sections(file, title);
        // The mark § keeps scanners of repositories from taking our examples for real.
        var text = sections["text"].Replace("§", "", StringComparison.Ordinal);
        var actual = file switch
        {
            "secrets.txt" => Describe(TextScan.Secrets(text), text),
            "personal-data.txt" => Describe(TextScan.PersonalData(text), text),
            "injection.txt" => Describe(TextScan.Injection(text), text),
            _ => Describe(Check(text, sections.GetValueOrDefault("rules"), sections.GetValueOrDefault("path") ?? "a.prompt.md")),
        };
        actual.ShouldBe(sections["findings"].Replace("§", "", StringComparison.Ordinal));
    }

    [Fact]
    public void There_are_enough_cases_with_those_about_schemas() =>
        (Cases.Count() + CaseFiles.Lines("schemas.jsonl").Count() + CaseFiles.Lines("bad-schemas.jsonl").Count()).ShouldBeGreaterThanOrEqualTo(250);

    private static Dictionary<string, string> Sections(string file, string title)
    {
        var sections = new Dictionary<string, string>();
        var (inside, name) = (false, "");
        foreach (var line in File.ReadLines(Path.Combine(Root, file)))
        {
            if (line.StartsWith("##### ", StringComparison.Ordinal))
                (inside, name) = (line[6..] == title, "");
            else if (inside && line.StartsWith("=== ", StringComparison.Ordinal))
                sections[name = line[4..]] = "";
            else if (inside && name.Length > 0)
                sections[name] += (sections[name].Length == 0 ? "" : "\n") + line;
        }

        return sections.ToDictionary(section => section.Key, section => section.Value.EndsWith('\n') ? section.Value[..^1] : section.Value);
    }

    private static string Describe(IEnumerable<TextFinding> findings, string text) =>
        string.Join('\n', findings.Select(finding => $"{finding.Code} {finding.Severity} `{text.Substring(finding.Start, finding.Length).Replace("\n", "\\n", StringComparison.Ordinal)}`"));

    private static string Describe(IEnumerable<Diagnostic> findings) =>
        string.Join('\n', findings.Select(finding => $"{finding.Line}:{finding.Column} {finding.Code} {finding.Severity} {finding.Message} -> {finding.Hint}"));

    private static IEnumerable<Diagnostic> Check(string text, string? rules, string path)
    {
        var result = PromptFileParser.Parse(path, Encoding.UTF8.GetBytes(text));
        result.Diagnostics.ShouldBeEmpty();
        return ContentChecker.Check(result.File!, text, Rules(rules)).Concat(VariableUseChecker.Check(result.File!));
    }

    private static ContentRules Rules(string? json)
    {
        if (string.IsNullOrEmpty(json))
            return new();
        var element = JsonSerializer.Deserialize<JsonElement>(json);
        return new()
        {
            Default = Limits(element),
            Layers = element.TryGetProperty("layers", out var layers)
                ? layers.EnumerateObject().ToDictionary(layer => Enum.Parse<LayerKind>(layer.Name, ignoreCase: true), layer => Limits(layer.Value))
                : [],
        };
    }

    private static ContentLimits Limits(JsonElement json) => new()
    {
        MaxLength = json.TryGetProperty("maxLength", out var length) ? length.GetInt32() : null,
        MaxTokens = json.TryGetProperty("maxTokens", out var tokens) ? tokens.GetInt32() : null,
        ForbiddenPhrases = List(json, "forbidden") ?? [],
        RequiredPhrases = List(json, "required") ?? [],
        AllowedModels = List(json, "models"),
        Severity = json.TryGetProperty("severity", out var severity) ? Enum.Parse<Severity>(severity.GetString()!, ignoreCase: true) : Severity.Error,
    };

    private static List<string>? List(JsonElement json, string key) =>
        json.TryGetProperty(key, out var list) ? list.EnumerateArray().Select(item => item.GetString()!).ToList() : null;
}
