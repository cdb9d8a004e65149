using System.Globalization;
using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Serving;

/// <summary>Vocabularies of a data folder: exact counts for the models that they belong to, in composing, previews and the ceiling of the rules.</summary>
public sealed class VocabularyTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task The_model_of_a_prompt_decides_how_its_tokens_are_counted()
    {
        Configure("""{"vocabularies":[{"models":["mine-*"],"file":"small.tiktoken","pattern":"cl100k"}]}""");
        _terminal.Write("in/exact.prompt.md", "---\nmodel: mine-1\n---\nab ab");
        _terminal.Write("in/other.prompt.md", "---\nmodel: other\n---\nab ab");
        await _terminal.Done("import", "in", "--data", "d");
        (await Tokens("exact")).ShouldBe("""{"count":3,"kind":"exact","error":0,"vocabulary":"small"}""");
        (await Tokens("exact", "--with", "in")).ShouldContain("\"kind\":\"exact\"");
        (await Tokens("other")).ShouldBe("""{"count":2,"kind":"estimated","error":0.06}""");

        _terminal.Write("rules.json", """{"default":{"maxTokens":5}}""");
        await _terminal.Done("rules", "set", "rules.json", "--data", "d");
        var lint = await _terminal.Run("lint", "in/exact.prompt.md", "--data", "d");
        lint.ExitCode.ShouldBe(1);
        lint.Output.ShouldContain("tokens of small");
    }

    [Theory]
    [InlineData("{", "cannot be used")]
    [InlineData("""{"vocabularies":[{"models":[],"file":"small.tiktoken","pattern":"gpt2"}]}""", "names no model")]
    [InlineData("""{"vocabularies":[{"models":["*"],"file":"small.tiktoken","pattern":"p50k"}]}""", "gpt2, cl100k and o200k")]
    [InlineData("""{"vocabularies":[{"models":["*"],"file":"vocabularies.json","pattern":"gpt2"}]}""", "line 1")]
    [InlineData("""{"vocabularies":[{"models":["*"],"file":"small.tiktoken","patern":"gpt2"}]}""", "cannot be used")]
    public async Task Settings_that_cannot_be_used_refuse_to_start(string settings, string words)
    {
        Configure(settings);
        var run = await _terminal.Run("serve", "--data", "d", "--urls", "http://127.0.0.1:0");
        run.ExitCode.ShouldBe(2, run.Errors);
        run.Errors.ShouldContain(words);
    }

    private void Configure(string settings)
    {
        _terminal.Write("d/vocabularies.json", settings);
        var bytes = Enumerable.Range(0, 256).Select(value => new[] { (byte)value }).Append("ab"u8.ToArray());
        _terminal.Write("d/small.tiktoken", string.Concat(bytes.Select((token, rank) => string.Create(CultureInfo.InvariantCulture, $"{Convert.ToBase64String(token)} {rank}\n"))));
    }

    private async Task<string> Tokens(string prompt, params string[] more) =>
        System.Text.Json.JsonSerializer.Serialize((await _terminal.Json(["compose", prompt, "--data", "d", .. more])).GetProperty("tokens"));
}
