using System.Text.Json;
using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.Liquid;

/// <summary>jg-rp/golden-liquid: what Shopify's Liquid does.</summary>
public class GoldenLiquidTests
{
    [Fact]
    public void At_least_995_of_1000_cases_agree_and_the_rest_is_listed()
    {
        using var suite = JsonDocument.Parse(File.ReadAllBytes(Repository.Judge("Liquid", "golden-liquid.json")));
        var listed = KnownDifferences.Read(Repository.Judge("Liquid", "known-differences.txt"));
        var findings = new List<string>();
        var (count, differences) = (0, 0);
        foreach (var test in suite.RootElement.GetProperty("tests").EnumerateArray())
        {
            count++;
            var name = test.GetProperty("name").GetString()!;
            var difference = Difference(name, test);
            differences += difference is null ? 0 : 1;
            if (difference is not null != listed.ContainsKey(name))
                findings.Add(difference ?? $"no longer differs, strike it from the list: {name}");
        }

        var report = new Report("golden-liquid");
        report.Line($"golden-liquid: {count - differences} of {count} agree ({100.0 * (count - differences) / count:F2} %), {listed.Count} listed");
        report.ShouldHaveNone(string.Join('\n', findings));
        count.ShouldBe(1054);
        (100.0 * (count - differences) / count).ShouldBeGreaterThanOrEqualTo(99.5);
    }

    private static string? Difference(string name, JsonElement test)
    {
        var row = new Row
        {
            Id = name,
            Template = test.GetProperty("template").GetString()!,
            Context = test.TryGetProperty("data", out var data) ? data : null,
            Templates = test.TryGetProperty("templates", out var templates)
                ? templates.EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString()!)
                : new Dictionary<string, string>(),
            Options = new TemplateOptions { Dialect = Dialect.Liquid },
        };
        var actual = RowRunner.Run(row);
        if (test.TryGetProperty("invalid", out var invalid) && invalid.GetBoolean())
            return actual.Output is null ? null : Conformance.Describe(row, actual, "must be refused");
        var answers = test.TryGetProperty("results", out var results)
            ? results.EnumerateArray().Select(r => r.GetString()!).ToList()
            : [test.GetProperty("result").GetString()!];
        if (actual.Output is not null && answers.Contains(actual.Output))
            return null;
        return Conformance.Describe(row with { Expected = Outcome.Text(answers[0]) }, actual, "differs");
    }
}
