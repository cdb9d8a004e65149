using System.Text.Json;
using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Rendering;

public sealed class LintCommandTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Good_files_are_counted()
    {
        _terminal.Write("a.prompt.md", "hello");
        _terminal.Write("b.txt", "hello");
        (await _terminal.Done("lint", "a.prompt.md", "b.txt")).ShouldBe("2 files, 0 errors\n");
    }

    [Fact]
    public async Task A_folder_stands_for_its_prompt_files()
    {
        _terminal.Write("p/x/a.prompt.md", "---\nnope: 1\n---\n");
        _terminal.Write("p/b.prompt.yml", "messages: []\nwhat: 1\n");
        _terminal.Write("p/c.txt", "{% if");
        var run = await _terminal.Run("lint", "p");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("p/x/a.prompt.md:2:1: error");
        run.Output.ShouldContain("p/b.prompt.yml:");
        run.Output.ShouldContain("2 files, ");
        run.Output.ShouldNotContain("c.txt");
    }

    [Fact]
    public async Task Findings_are_printed_as_json()
    {
        _terminal.Write("a.prompt.md", "---\ndescripton: 1\n---\n");
        var run = await _terminal.Run("lint", "a.prompt.md", "--json");
        run.ExitCode.ShouldBe(1);
        var finding = JsonDocument.Parse(run.Output).RootElement[0];
        finding.GetProperty("severity").GetString().ShouldBe("error");
        finding.GetProperty("file").GetString().ShouldBe("a.prompt.md");
        finding.GetProperty("line").GetInt32().ShouldBe(2);
        finding.GetProperty("hint").GetString()!.ShouldContain("description");
        finding.GetProperty("excerpt").GetString()!.ShouldContain("^");
    }

    [Fact]
    public async Task Standard_input_can_be_checked() =>
        (await _terminal.RunWith("fine", "lint", "-", "--dialect", "text")).Output.ShouldBe("1 file, 0 errors\n");
}
