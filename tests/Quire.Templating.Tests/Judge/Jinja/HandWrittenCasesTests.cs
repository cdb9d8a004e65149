using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.Jinja;

public class HandWrittenCasesTests
{
    private static readonly string _folder = Repository.Judge("Jinja", "cases");

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(_folder, "*.jsonl").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_answers_as_python_does(string file) =>
        new Report("jinja-" + file).ShouldHaveNone(Conformance.Check(Rows(file), Listed()));

    [Fact]
    public void There_are_at_least_600_cases_with_unique_names()
    {
        var ids = Files().SelectMany(file => Rows(file.Data)).Select(row => row.Id).ToList();
        ids.Count.ShouldBeGreaterThanOrEqualTo(600);
        ids.Distinct().Count().ShouldBe(ids.Count);
    }

    [Fact]
    public void Every_listed_difference_names_a_case()
    {
        var ids = Files().SelectMany(file => Rows(file.Data)).Select(row => row.Id).ToHashSet();
        Listed().Keys.Where(id => !ids.Contains(id)).ShouldBeEmpty();
    }

    private static IReadOnlyList<Row> Rows(string file) => Row.ReadLines(File.ReadLines(Path.Combine(_folder, file + ".jsonl")));

    private static IReadOnlyDictionary<string, string> Listed() =>
        KnownDifferences.Read(Repository.Judge("Jinja", "known-differences.txt"));
}
