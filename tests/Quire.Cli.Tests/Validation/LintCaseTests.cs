using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Quire.Cli.Tests.Serving;
using Quire.Cli.Tests.Support;
using Quire.Testing.Validation;

namespace Quire.Cli.Tests.Validation;

/// <summary>The cases of texts through <c>quire lint</c>: by itself where there are no rules, beside a server for all of them.</summary>
public sealed class LintCaseTests(LintCaseTests.Serving serving) : IClassFixture<LintCaseTests.Serving>
{
    public static IEnumerable<TheoryDataRow<string, string>> Cases => ValidationCase.All.Select(one => new TheoryDataRow<string, string>(one.File, one.Title));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Linting_tells_what_the_case_says(string file, string title)
    {
        var one = ValidationCase.Read(file, title);
        using var terminal = new TestTerminal();
        terminal.Write(one.Path, one.Source);
        if (!one.HasRules)
            await Check(terminal, one);
        await serving.Rules(one.Rules);
        await Check(terminal, one, "--server", serving.Address.ToString(), "--key", serving.Key);
    }

    public static IEnumerable<TheoryDataRow<string>> Variables => SchemaCase.Variables.Select(line => new TheoryDataRow<string>(line));

    [Theory]
    [MemberData(nameof(Variables))]
    public async Task Linting_with_variables_tells_what_the_case_says(string line)
    {
        var one = SchemaCase.Read(line);
        using var terminal = new TestTerminal();
        terminal.Write(SchemaCase.Path, one.Source);
        terminal.Write("vars.json", one.Given.GetRawText());
        await serving.Rules("{}");
        foreach (var more in (string[][])[[], ["--server", serving.Address.ToString(), "--key", serving.Key]])
        {
            var run = await terminal.Run(["lint", SchemaCase.Path, "--vars", "@vars.json", "--json", .. more]);
            SchemaCase.Describe(JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Select(SeenFinding.Of)).ShouldBe(one.Findings(), ignoreOrder: true);
            run.ExitCode.ShouldBe(one.Fits ? 0 : 1);
        }
    }

    public static IEnumerable<TheoryDataRow<string>> BadSchemas => SchemaCase.BadSchemas.Select(line => new TheoryDataRow<string>(line));

    [Theory]
    [MemberData(nameof(BadSchemas))]
    public async Task Linting_tells_of_a_schema_that_no_value_could_be_held_against(string line)
    {
        var one = SchemaCase.Read(line);
        using var terminal = new TestTerminal();
        terminal.Write(SchemaCase.Path, one.Source);
        var run = await terminal.Run("lint", SchemaCase.Path, "--json");
        run.ExitCode.ShouldBe(1);
        string.Join('\n', JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Select(SeenFinding.Of).Select(finding => $"{finding.Message} ({finding.Hint})")).ShouldContain(one.Words);
    }

    private static async Task Check(TestTerminal terminal, ValidationCase one, params string[] more)
    {
        var run = await terminal.Run(["lint", one.Path, "--json", .. more]);
        run.Errors.ShouldBeEmpty();
        var findings = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Select(SeenFinding.Of).ToList();
        one.Describe(findings).ShouldBe(one.Expected);
        run.ExitCode.ShouldBe(findings.Exists(finding => finding.Severity == "error") ? 1 : 0);
    }

    public sealed class Serving : IAsyncLifetime
    {
        private readonly TestTerminal _terminal = new();
        private readonly HttpClient _http = new();
        private TestServer _server = null!;

        public Uri Address { get; private set; } = null!;

        public string Key { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            _server = TestServer.Start(_terminal);
            Address = await _server.Address();
            Key = _server.Key();
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
            _terminal.Write(ValidationCase.Base.Path, ValidationCase.Base.Text);
            using var body = new StringContent(JsonSerializer.Serialize(new { source = ValidationCase.Base.Text, message = "m" }), Encoding.UTF8, "application/json");
            (await _http.PutAsync(new Uri(Address, "/api/v1/orgs/main/projects/prompts/prompts/base"), body)).EnsureSuccessStatusCode();
        }

        public async Task Rules(string rules)
        {
            using var body = new StringContent(rules, Encoding.UTF8, "application/json");
            (await _http.PutAsync(new Uri(Address, "/api/v1/orgs/main/rules"), body)).EnsureSuccessStatusCode();
        }

        public async ValueTask DisposeAsync()
        {
            await _server.DisposeAsync();
            _http.Dispose();
            _terminal.Dispose();
        }
    }
}
