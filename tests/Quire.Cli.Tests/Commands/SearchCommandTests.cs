using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Commands;

public sealed class SearchCommandTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Prompts_are_found_by_words_and_filters()
    {
        _terminal.Write("in/support/refund.prompt.md", "---\ntags: [billing]\n---\nA refund,\nplease.\n");
        _terminal.Write("in/other.prompt.md", "Refund nobody.\n");
        await _terminal.Done("import", "in");

        (await _terminal.Done("search", "refund", "--tag", "billing")).ShouldBe("PROJECT  PATH            VERSION  FOUND\nprompts  support/refund  1        A refund, please.\n1 prompt\n");
        (await _terminal.Json("search", "refund", "--all-projects")).EnumerateArray().Select(item => item.GetProperty("path").GetString()).ShouldBe(["support/refund", "other"]);
        (await _terminal.Done("search", "refund", "--limit", "1")).ShouldEndWith("1 prompt\n");
        (await _terminal.Run("search")).ExitCode.ShouldNotBe(0);
    }
}
