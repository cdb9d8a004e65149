using System.Text.Json;

namespace Quire.Testing.Validation;

/// <summary>One of the cases of tests/Quire.Prompts.Tests/Cases/schemas.jsonl (variables) or bad-schemas.jsonl (schemas), as a prompt file that goes through a door.</summary>
public sealed class SchemaCase
{
    private const string Coerced = "QP4012";
    private const string Defaulted = "QP4013";
    private readonly JsonElement[] _members;

    private SchemaCase(string line) => _members = JsonSerializer.Deserialize<JsonElement[]>(line)!;

    /// <summary>The cases about variables, as their lines.</summary>
    public static IReadOnlyList<string> Variables { get; } = Lines("schemas.jsonl");

    /// <summary>The cases about schemas that are not usable, as their lines; what is no mapping at all is refused as a head before it is read as a schema.</summary>
    public static IReadOnlyList<string> BadSchemas { get; } = [.. Lines("bad-schemas.jsonl").Where(line => line.StartsWith("[{", StringComparison.Ordinal))];

    /// <summary>The file's path in its tree.</summary>
    public static string Path => "v.prompt.md";

    /// <summary>The whole file.</summary>
    public string Source => $"---\nvariables: {Schema.GetRawText()}\n---\nHello\n";

    /// <summary>The variables that are given.</summary>
    public JsonElement Given => _members[2];

    /// <summary>What a finding about a schema that is not usable says.</summary>
    public string Words => _members[2].GetString()!;

    /// <summary>Whether the variables fit.</summary>
    public bool Fits => Expected.ValueKind == JsonValueKind.Object;

    private JsonElement Schema => IsNamed ? _members[1] : _members[0];

    private JsonElement Expected => _members[3];

    private bool IsNamed => _members[0].ValueKind == JsonValueKind.String;

    /// <summary>Reads a case.</summary>
    public static SchemaCase Read(string line) => new(line);

    /// <summary>What every door that sees values tells of them: the code, and for infos the variable.</summary>
    public IReadOnlyList<string> Findings() => Fits
        ? [.. Given.EnumerateObject().Where(given => !JsonElement.DeepEquals(given.Value, Expected.GetProperty(given.Name))).Select(given => $"{Coerced} `{given.Name}`"),
            .. Expected.EnumerateObject().Where(expected => !Given.TryGetProperty(expected.Name, out _)).Select(expected => $"{Defaulted} `{expected.Name}`")]
        : [.. Expected.EnumerateArray().Select(finding => finding.GetString()!.Split(' ')[0])];

    /// <summary>What a door told, in the same words.</summary>
    public static IReadOnlyList<string> Describe(IEnumerable<SeenFinding> findings) =>
        [.. findings.Where(finding => finding.Code.StartsWith("QP40", StringComparison.Ordinal)).Select(finding => finding.Code is Coerced or Defaulted ? $"{finding.Code} {finding.Message.Split(' ')[2]}" : finding.Code)];

    private static IReadOnlyList<string> Lines(string file) =>
        [.. File.ReadLines(RepositoryRoot.Combine("tests", "Quire.Prompts.Tests", "Cases", file)).Where(line => line.StartsWith('['))];
}
