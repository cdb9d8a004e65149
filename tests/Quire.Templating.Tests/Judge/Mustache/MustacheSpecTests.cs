using System.Text.Json;
using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.Mustache;

/// <summary>mustache/spec, all files but the lambdas, with HTML escaping as the suite wants it.</summary>
public class MustacheSpecTests
{
    private static readonly IReadOnlyDictionary<string, string> _none = new Dictionary<string, string>();

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Repository.Judge("Mustache", "spec"), "*.json")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(name => name != "~lambdas")
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_of_the_spec_agrees(string file)
    {
        using var suite = JsonDocument.Parse(File.ReadAllBytes(Repository.Judge("Mustache", "spec", file + ".json")));
        var rows = suite.RootElement.GetProperty("tests").EnumerateArray().Select(Read).ToList();
        rows.Count.ShouldBeGreaterThan(0);
        new Report("mustache-" + file).ShouldHaveNone(Conformance.Check(rows, _none));
    }

    private static Row Read(JsonElement test) => new()
    {
        Id = test.GetProperty("name").GetString()!,
        Template = test.GetProperty("template").GetString()!,
        Context = test.GetProperty("data"),
        Templates = test.TryGetProperty("partials", out var partials)
            ? partials.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!)
            : new Dictionary<string, string>(),
        Options = new TemplateOptions { Dialect = Dialect.Mustache, Escape = EscapeMode.Html },
        Expected = Outcome.Text(test.GetProperty("expected").GetString()!),
    };
}
