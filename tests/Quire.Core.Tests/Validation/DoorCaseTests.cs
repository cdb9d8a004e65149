using Quire.Core.Errors;
using Quire.Core.Validation;
using Quire.Templating.Diagnostics;
using Quire.Testing.Validation;

namespace Quire.Core.Tests.Validation;

/// <summary>The cases of texts through the write door: errors refuse, the rest comes back as warnings.</summary>
public sealed class DoorCaseTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Cases => ValidationCase.All.Select(one => new TheoryDataRow<string, string>(one.File, one.Title));

    public static IEnumerable<TheoryDataRow<string>> BadSchemas => SchemaCase.BadSchemas.Select(line => new TheoryDataRow<string>(line));

    [Theory]
    [MemberData(nameof(BadSchemas))]
    public async Task A_commit_refuses_a_schema_that_no_value_could_be_held_against(string line)
    {
        var one = SchemaCase.Read(line);
        await using var shop = await Workshop.Open();
        var error = await Workshop.Refusal(() => shop.Commit((SchemaCase.Path, one.Source)));
        error.Code.ShouldBe("rejected");
        string.Join('\n', error.Diagnostics.Select(finding => $"{finding.Message} ({finding.Hint})")).ShouldContain(one.Words);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_commit_tells_what_the_case_says(string file, string title)
    {
        var one = ValidationCase.Read(file, title);
        await using var shop = await Workshop.Open();
        await shop.Commit(ValidationCase.Base);
        await new RulesService(shop.Store, shop.Signal, TimeProvider.System).Set(shop.Owner, PolicyReader.Read(one.Rules));
        var (findings, refused) = await Write(shop, one);
        one.Describe(findings.Select(Seen)).ShouldBe(one.Expected);
        refused.ShouldBe(findings.Any(finding => finding.Severity == Severity.Error));
    }

    private static async Task<(IReadOnlyList<Diagnostic> Findings, bool Refused)> Write(Workshop shop, ValidationCase one)
    {
        try
        {
            return ((await shop.Commit((one.Path, one.Source))).Warnings, false);
        }
        catch (QuireException error) when (error.Error.Code == "rejected")
        {
            return (error.Error.Diagnostics, true);
        }
    }

    private static SeenFinding Seen(Diagnostic finding) =>
        new(finding.Code, finding.Severity.ToString(), finding.Message, finding.Hint, finding.Line, finding.Column, finding.Length);
}
