using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Commands;

public sealed class SimilarityCommandTests : IDisposable
{
    private const string Text = "You answer questions of customers about refunds of their orders. Be kind, be short.\n";
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Prompts_like_one_and_near_duplicates_are_shown()
    {
        _terminal.Write("in/support/refund.prompt.md", Text);
        _terminal.Write("in/copy.prompt.md", $"---\ndescription: A copy\n---\n{Text}");
        _terminal.Write("in/third.prompt.md", Text.Replace("kind", "friendly", StringComparison.Ordinal));
        _terminal.Write("in/other.prompt.md", "Translate into Portuguese, word by word.\n");
        await _terminal.Done("import", "in");

        var similar = (await _terminal.Done("similar", "support/refund")).Split('\n');
        similar[0].ShouldBe("SCORE   PROJECT  PATH   VERSION");
        similar[1].ShouldBe("1       prompts  copy   1");
        similar[2].ShouldContain("third");
        similar[3].ShouldBe("2 prompts");
        (await _terminal.Done("similar", "other", "--all-projects")).ShouldBe("0 prompts\n");

        (await _terminal.Done("duplicates", "--least", "1")).ShouldEndWith("1 pair\n");
        (await _terminal.Done("duplicates", "--limit", "1")).ShouldEndWith("1 pair\nThere are more: ask with a larger --limit, or a larger --least.\n");
        (await _terminal.Json("duplicates", "--all-projects")).GetArrayLength().ShouldBe(3);
        (await _terminal.Json("similar", "support/refund", "--least", "1"))[0].GetProperty("score").GetDouble().ShouldBe(1);
    }

    [Fact]
    public async Task What_does_not_exist_or_cannot_be_asked_fails()
    {
        (await _terminal.Run("similar", "nobody")).ExitCode.ShouldBe(1);
        (await _terminal.Run("similar")).ExitCode.ShouldBe(2);
        (await _terminal.Run("duplicates", "--least", "0.1")).ExitCode.ShouldNotBe(0);
    }
}
