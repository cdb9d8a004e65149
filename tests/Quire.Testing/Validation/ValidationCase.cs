using System.Text.Json.Nodes;

namespace Quire.Testing.Validation;

/// <summary>One of the cases of tests/Quire.Prompts.Tests/Cases/Validation, as a prompt file that goes through a door.</summary>
public sealed class ValidationCase
{
    private const string Head = "---\ndialect: text\n---\n";
    private readonly Dictionary<string, string> _sections;
    private readonly string? _codes;

    private ValidationCase(string file, Dictionary<string, string> sections)
    {
        _sections = sections;
        _codes = file switch
        {
            "secrets.txt" => "QP51",
            "personal-data.txt" => "QP52",
            "injection.txt" => "QP53",
            _ => null,
        };
    }

    /// <summary>The base that contributions of the cases extend.</summary>
    public static (string Path, string Text) Base => ("base.prompt.md", "{% merge_point \"p\" %}{% endmerge_point %}");

    /// <summary>The file and title of every case.</summary>
    public static IReadOnlyList<(string File, string Title)> All { get; } =
    [
        .. from path in Directory.EnumerateFiles(Root, "*.txt").Order(StringComparer.Ordinal)
           from title in File.ReadLines(path).Where(line => line.StartsWith("##### ", StringComparison.Ordinal))
           select (System.IO.Path.GetFileName(path), title[6..]),
    ];

    /// <summary>The file's path in its tree.</summary>
    public string Path => _sections.GetValueOrDefault("path") ?? "a.prompt.md";

    /// <summary>The whole file. Texts about secrets, persons and injection stand in a prompt of dialect text, so that nothing in them is a template.</summary>
    public string Source => _codes is null ? Section("text") : Head + Section("text");

    /// <summary>What the case says is found.</summary>
    public string Expected => Section("findings");

    /// <summary>Whether the case has rules of its organisation.</summary>
    public bool HasRules => _sections.GetValueOrDefault("rules") is { Length: > 0 };

    /// <summary>The rules as REST takes them.</summary>
    public string Rules => HasRules ? Translate(JsonNode.Parse(_sections["rules"])!.AsObject()).ToJsonString() : "{}";

    private static string Root => RepositoryRoot.Combine("tests", "Quire.Prompts.Tests", "Cases", "Validation");

    /// <summary>Reads a case.</summary>
    public static ValidationCase Read(string file, string title)
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        var (inside, name) = (false, "");
        foreach (var line in File.ReadLines(System.IO.Path.Combine(Root, file)))
        {
            if (line.StartsWith("##### ", StringComparison.Ordinal))
                (inside, name) = (line[6..] == title, "");
            else if (inside && line.StartsWith("=== ", StringComparison.Ordinal))
                sections[name = line[4..]] = "";
            else if (inside && name.Length > 0)
                sections[name] += (sections[name].Length == 0 ? "" : "\n") + line;
        }
        return new ValidationCase(file, sections.ToDictionary(section => section.Key, section => section.Value.EndsWith('\n') ? section.Value[..^1] : section.Value));
    }

    /// <summary>What a door found, in the words of the case.</summary>
    public string Describe(IEnumerable<SeenFinding> findings) => string.Join('\n', _codes is null
        ? findings.Where(finding => finding.Code.StartsWith("QP50", StringComparison.Ordinal)).Select(finding => $"{finding.Line}:{finding.Column} {finding.Code} {Capital(finding)} {finding.Message} -> {finding.Hint}")
        : findings.Where(finding => finding.Code.StartsWith(_codes, StringComparison.Ordinal)).Select(finding => $"{finding.Code} {Capital(finding)} `{Span(finding)}`"));

    private string Section(string name) => _sections[name].Replace("§", "", StringComparison.Ordinal);

    private string Span(SeenFinding finding)
    {
        var start = 0;
        for (var line = 1; line < finding.Line; line++)
            start = Source.IndexOf('\n', start) + 1;
        return Source.Substring(start + finding.Column - 1, finding.Length).Replace("\n", "\\n", StringComparison.Ordinal);
    }

    private static string Capital(SeenFinding finding) => char.ToUpperInvariant(finding.Severity[0]) + finding.Severity[1..];

    private static JsonObject Translate(JsonObject rules)
    {
        var layers = rules["layers"] as JsonObject;
        rules.Remove("layers");
        var translated = new JsonObject { ["default"] = Limits(rules) };
        if (layers is not null)
            translated["layers"] = new JsonObject(layers.Select(layer => KeyValuePair.Create<string, JsonNode?>(layer.Key, Limits(layer.Value!.AsObject()))));
        return translated;
    }

    private static JsonObject Limits(JsonObject limits) => new(limits.Select(limit => KeyValuePair.Create(limit.Key switch
    {
        "forbidden" => "forbiddenPhrases",
        "required" => "requiredPhrases",
        "models" => "allowedModels",
        var name => name,
    }, limit.Value?.DeepClone())));
}
