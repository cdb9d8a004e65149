using System.Net;
using Quire.AspNetCore.Tests.Support;
using Quire.Testing.Validation;

namespace Quire.AspNetCore.Tests.Validation;

/// <summary>The cases of texts through <c>POST …/validate</c> and <c>PUT …/prompts/{path}</c>: the same findings.</summary>
public sealed class RestCaseTests(RestCaseTests.Server server) : IClassFixture<RestCaseTests.Server>
{
    public static IEnumerable<TheoryDataRow<string, string>> Cases => ValidationCase.All.Select(one => new TheoryDataRow<string, string>(one.File, one.Title));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Checking_and_writing_tell_what_the_case_says(string file, string title)
    {
        var one = ValidationCase.Read(file, title);
        var client = server.Quire.Client;
        (await client.Send("PUT", "/api/v1/orgs/main/rules", one.Rules)).Should(HttpStatusCode.OK);
        var check = (await client.Send("POST", $"{Sending.Project}/validate", new { path = one.Path, source = one.Source })).Should(HttpStatusCode.OK).Json;
        var findings = check.GetProperty("diagnostics").EnumerateArray().Select(SeenFinding.Of).ToList();
        one.Describe(findings).ShouldBe(one.Expected);
        var valid = findings.TrueForAll(finding => finding.Severity != "error");
        check.GetProperty("valid").GetBoolean().ShouldBe(valid);

        var write = await client.Send("POST", $"{Sending.Project}/commits", new { message = "m", branch = $"case-{Guid.CreateVersion7():n}", changes = new[] { new { path = one.Path, content = one.Source } } });
        write.Message.IsSuccessStatusCode.ShouldBe(valid, write.Text);
        var told = write.Json.TryGetProperty(valid ? "warnings" : "diagnostics", out var list) ? list.EnumerateArray().Select(SeenFinding.Of).ToList() : [];
        told.ShouldBe(findings);
    }

    public static IEnumerable<TheoryDataRow<string>> Variables => SchemaCase.Variables.Select(line => new TheoryDataRow<string>(line));

    [Theory]
    [MemberData(nameof(Variables))]
    public async Task Checking_variables_tells_what_the_case_says_and_composing_refuses_by_the_same_findings(string line)
    {
        var one = SchemaCase.Read(line);
        var client = server.Quire.Client;
        (await client.Send("PUT", "/api/v1/orgs/main/rules", "{}")).Should(HttpStatusCode.OK);
        var check = (await client.Send("POST", $"{Sending.Project}/validate", new { path = SchemaCase.Path, source = one.Source, variables = one.Given })).Should(HttpStatusCode.OK).Json;
        var findings = check.GetProperty("diagnostics").EnumerateArray().Select(SeenFinding.Of).ToList();
        SchemaCase.Describe(findings).ShouldBe(one.Findings(), ignoreOrder: true);
        check.GetProperty("valid").GetBoolean().ShouldBe(one.Fits);

        var preview = await client.Send("POST", $"{Sending.Project}/preview", new { request = new { prompt = "v", variables = one.Given }, sources = new Dictionary<string, string> { [SchemaCase.Path] = one.Source } });
        preview.Message.IsSuccessStatusCode.ShouldBe(one.Fits, preview.Text);
        if (!one.Fits)
            preview.Json.GetProperty("diagnostics").EnumerateArray().Select(SeenFinding.Of).ShouldBe(findings.Where(finding => finding.Severity == "error"));
    }

    public static IEnumerable<TheoryDataRow<string>> BadSchemas => SchemaCase.BadSchemas.Select(line => new TheoryDataRow<string>(line));

    [Theory]
    [MemberData(nameof(BadSchemas))]
    public async Task Checking_tells_of_a_schema_that_no_value_could_be_held_against(string line)
    {
        var one = SchemaCase.Read(line);
        var check = (await server.Quire.Client.Send("POST", $"{Sending.Project}/validate", new { path = SchemaCase.Path, source = one.Source, variables = new { } })).Should(HttpStatusCode.OK).Json;
        check.GetProperty("valid").GetBoolean().ShouldBeFalse();
        string.Join('\n', check.GetProperty("diagnostics").EnumerateArray().Select(SeenFinding.Of).Select(finding => $"{finding.Message} ({finding.Hint})")).ShouldContain(one.Words);
    }

    public sealed class Server : IAsyncLifetime
    {
        public RunningQuire Quire { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Quire = await RunningQuire.Start();
            await Quire.Commit(ValidationCase.Base);
        }

        public ValueTask DisposeAsync() => Quire.DisposeAsync();
    }
}
