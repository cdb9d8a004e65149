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
