using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.Jinja;

public class OracleTests
{
    [Fact]
    public void The_checked_in_answers_are_what_python_says_today()
    {
        Oracle.Require();
        var (exitCode, _, errors) = Oracle.Run("answer_cases.py", "--check");
        exitCode.ShouldBe(0, errors);
    }

    [Fact]
    public void Generated_cases_agree_with_python_in_99_of_100()
    {
        Oracle.Require();
        var seed = Environment.GetEnvironmentVariable("QUIRE_SEED") is { } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : Environment.TickCount & 0xFFFFFF;
        var count = Environment.GetEnvironmentVariable("QUIRE_LONG") == "1" ? 20_000 : 2_500;
        var report = new Report("generated-jinja");
        var (exitCode, output, errors) = Oracle.Run("generate_cases.py", "--seed", $"{seed}", "--count", $"{count}");
        exitCode.ShouldBe(0, errors);
        var rows = Row.ReadLines(output.Split('\n'));
        rows.Count.ShouldBeGreaterThanOrEqualTo(2_000);
        var differences = Differences(rows);
        var agreement = 100.0 * (rows.Count - differences.Count) / rows.Count;
        report.Line($"generated jinja cases: seed {seed} (QUIRE_SEED={seed} repeats it), {rows.Count} cases, {differences.Count} differences, {agreement:F2} % agree");
        foreach (var group in differences.GroupBy(d => d.Group).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            report.Line($"-- {group.Count()} × {group.Key}");
            foreach (var (_, text) in group.Take(6))
                report.Line(text);
        }

        agreement.ShouldBeGreaterThanOrEqualTo(99.0, $"seed {seed}; the differences stand in artifacts/judge/generated-jinja.txt");
    }

    private static List<(string Group, string Text)> Differences(IEnumerable<Row> rows)
    {
        var differences = new List<(string, string)>();
        foreach (var row in rows)
        {
            var actual = RowRunner.Run(row);
            if (row.Expected.DifferenceTo(actual) is { } difference)
                differences.Add(($"{row.Kind}: {difference}", Conformance.Describe(row, actual, difference)));
        }

        return differences;
    }
}
