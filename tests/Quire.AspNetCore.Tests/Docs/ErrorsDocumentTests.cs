using System.Text.RegularExpressions;
using Quire.AspNetCore.Errors;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Errors;
using Quire.Testing;

namespace Quire.AspNetCore.Tests.Docs;

public sealed partial class ErrorsDocumentTests
{
    [Fact]
    public void The_page_of_errors_is_the_table_of_errors() => GeneratedDocument.Check("errors.md", Page());

    [Fact]
    public void Codes_are_unique_and_in_order()
    {
        ErrorTable.All.Select(error => error.Code).ShouldBeUnique();
        ErrorTable.All.Select(error => (error.Status, error.Code)).ShouldBe(ErrorTable.All.Select(error => (error.Status, error.Code)).OrderBy(pair => pair.Status).ThenBy(pair => pair.Code, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_that_the_sources_throw_is_in_the_table_with_the_status_of_its_kind()
    {
        var known = ErrorTable.All.ToDictionary(error => error.Code, error => error.Status, StringComparer.Ordinal);
        var thrown = Sources().SelectMany(text => Thrown().Matches(text)).Select(match => (Kind: match.Groups[1].Value, Code: match.Groups[2].Value)).Distinct().ToList();
        thrown.Count.ShouldBeGreaterThan(40);
        // The one error that has no kind of its own: nobody throws it, everything unexpected becomes it.
        foreach (var (kind, code) in thrown.Where(pair => pair.Code != "internal_error"))
        {
            known.ShouldContainKey(code);
            known[code].ShouldBe(ProblemWriter.StatusOf(Enum.Parse<ErrorKind>(kind)), code);
        }
        foreach (var code in Sources().SelectMany(text => Named().Matches(text)).Select(match => match.Groups[1].Value).Distinct())
            known.ShouldContainKey(code);
    }

    [Fact]
    public void Every_kind_has_a_status()
    {
        foreach (var kind in Enum.GetValues<ErrorKind>())
            ProblemWriter.StatusOf(kind).ShouldBeInRange(400, 503, $"{kind}");
        ProblemWriter.StatusOf((ErrorKind)99).ShouldBe(500);
    }

    private static IEnumerable<string> Sources() =>
        from folder in (string[])["src/Quire.Core", "src/adapters", "src/hosts/Quire.AspNetCore"]
        from file in Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        select File.ReadAllText(file);

    private static string Page() =>
        "# Errors\n\nEvery failure of the REST interface is problem details (RFC 9457, `application/problem+json`) with these members:\n\n" +
        "| member | what it says |\n|---|---|\n" +
        "| `type` | `urn:quire:error:` and the code |\n| `title`, `status` | the status |\n| `detail` | one sentence that names the thing and the reason |\n" +
        "| `code` | the stable code, one of those below; it is never reused for something else |\n| `hint` | the way out, where there is one to name |\n" +
        "| `diagnostics` | findings in contents, each with `code`, `severity`, `message` and, where it has a place, `file`, `line`, `column`, `length`, `excerpt`, `hint` |\n" +
        "| others | facts of the error, all of them strings: both heads of a stale one, the rule that a name breaks |\n\n" +
        "In the terminal the same codes come with exit code 2 where the call is wrong (400), and 1 otherwise. What does not exist and what a key may not\n" +
        "know of are answered alike. The codes of diagnostics are listed with what they are about: `docs/prompt-files.md`, `docs/templates`, `docs/composition.md`.\n\n" +
        "This page is made from a table of the program by a test; change the table, then run the tests with `QUIRE_APPROVE=1`.\n\n" +
        "| code | status | when |\n|---|---:|---|\n" +
        string.Concat(ErrorTable.All.Select(error => $"| `{error.Code}` | {error.Status} | {error.Meaning} |\n"));

    [GeneratedRegex("""(?:Kind = )?ErrorKind\.(\w+),\s*(?:Code = )?"([a-z_]+)\u0022""", RegexOptions.NonBacktracking)]
    private static partial Regex Thrown();

    [GeneratedRegex("""(?:Code = |Refusal\(|Status\d\d\d\w+,\s*)"([a-z_]+)\u0022""", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
