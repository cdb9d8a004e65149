using System.Text.Json;
using Quire.Cli.Tests.Support;
using Quire.Testing;

namespace Quire.Cli.Tests.Commands;

public sealed class TransferCommandTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Prompts_of_langfuse_are_tried_imported_exported_and_imported_again()
    {
        _terminal.Write("project.json", File.ReadAllBytes(RepositoryRoot.Combine("tests", "data", "imports", "langfuse", "project.json")));
        var tried = await _terminal.Done("import", "langfuse", "project.json", "--dry-run");
        tried.ShouldContain("created  movie-critic            1,2,3");
        tried.ShouldEndWith("2 prompts read, 2 changed, 4 new versions (nothing written)\n");
        (await _terminal.Json("list")).GetArrayLength().ShouldBe(0);

        (await _terminal.Json("import", "langfuse", "project.json")).GetProperty("issued").GetArrayLength().ShouldBe(4);
        (await _terminal.Done("import", "auto", "project.json")).ShouldBe("2 prompts read, nothing changed\n");

        (await _terminal.Done("export", "out")).ShouldBe("2 files written to out\n");
        File.ReadAllText(Path.Combine(_terminal.Folder, "out", "movie-critic.prompt.md")).ShouldEndWith("do you like {{movie}}?");
        (await _terminal.Done("import", "out")).ShouldBe("2 files read, nothing changed\n");
        foreach (var file in (string[])["all.zip", "all.csv", "all.json"])
        {
            await _terminal.Done("export", file);
            (await _terminal.Json("import", file)).GetProperty("changed").GetBoolean().ShouldBeFalse(file);
        }
        var row = JsonDocument.Parse(await _terminal.Done("export", "-", "--format", "langfuse", "--prompt", "movie-critic")).RootElement.GetProperty("data")[0];
        row.GetProperty("config").GetProperty("temperature").GetDouble().ShouldBe(0.2);
        row.GetProperty("labels").EnumerateArray().Select(label => label.GetString()).ShouldBe(["staging", "latest"]);
    }

    [Fact]
    public async Task What_fails_is_told_and_the_exit_code_says_so()
    {
        _terminal.Write("p.csv", "name,text\na,x\nb\nc,y\n");
        var run = await _terminal.Run("import", "p.csv");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldBe("quire: p.csv, line 3: the row has 1 fields, and the first line names 2.\n  → Quote a field that contains the separator or line breaks.\n");
        (await _terminal.Json("list")).GetArrayLength().ShouldBe(2);
        (await _terminal.Run("import", "p.csv", "--all-or-nothing")).ExitCode.ShouldBe(1);

        _terminal.Write("in/bad.prompt.md", "{% if x %}");
        _terminal.Write("in/good.txt", "good");
        (await _terminal.Run("import", "in", "--keep-going")).Errors.ShouldContain("bad.prompt.md:1:");
        (await _terminal.Done("show", "good.txt")).ShouldBe("good");
    }

    [Theory]
    [InlineData("import", "erb", "p.csv")]
    [InlineData("import", "https://langfuse.example.com")]
    [InlineData("import", "langfuse", "https://langfuse.example.com")]
    [InlineData("import", "p.csv", "--keep-going", "--all-or-nothing")]
    [InlineData("export", "full")]
    [InlineData("export", "p.csv")]
    [InlineData("export", "-", "--format", "files")]
    [InlineData("export", "x", "--format", "erb")]
    public async Task A_wrong_call_ends_with_2(params string[] arguments)
    {
        _terminal.Write("p.csv", "name,text\na,x\n");
        _terminal.Write("full/file", "x");
        var run = await _terminal.Run(arguments);
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("→");
    }
}
