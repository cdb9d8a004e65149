using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Commands;

public sealed class ImportRefusalTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task A_prompt_that_is_not_utf8_is_refused()
    {
        _terminal.Write("in/bad.prompt.md", [(byte)'a', 0xFF]);
        await Refuses("bad.prompt.md", "UTF-8");
    }

    [Fact]
    public async Task A_prompt_with_broken_front_matter_is_refused_with_its_line()
    {
        _terminal.Write("in/x/bad.prompt.md", "---\ntags: [a\n---\nx");
        await Refuses("x/bad.prompt.md:", "| ");
    }

    [Fact]
    public async Task An_unknown_key_is_refused_with_the_one_that_was_meant()
    {
        _terminal.Write("in/bad.prompt.md", "---\ndescripton: x\n---\nx");
        await Refuses("bad.prompt.md:2:1", "did you mean `description`");
    }

    [Fact]
    public async Task A_template_that_does_not_parse_is_refused_with_line_column_and_excerpt()
    {
        _terminal.Write("in/bad.prompt.md", "---\ndescription: x\n---\nfine\n{% if x %}");
        await Refuses("bad.prompt.md:5:", "{% if x %}", "^");
    }

    [Fact]
    public async Task Two_paths_that_differ_in_case_only_are_refused_naming_both()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "the file system holds only one of them");
        _terminal.Write("in/Hello.prompt.md", "a");
        _terminal.Write("in/hello.prompt.yml", "messages:\n  - role: user\n    content: a\n");
        await Refuses("Hello", "hello");
    }

    [Fact]
    public async Task A_file_larger_than_the_limit_is_refused_before_anything_is_sent()
    {
        var path = _terminal.Write("in/large.bin", "");
        await using (var file = File.OpenWrite(path))
            file.SetLength(200L * 1024 * 1024);
        await Refuses("large.bin", "209,715,200", "10,485,760");
    }

    [Fact]
    public async Task A_prompt_file_larger_than_its_limit_is_refused_before_anything_is_sent()
    {
        _terminal.Write("in/large.prompt.md", new string('x', 3 * 1024 * 1024));
        await Refuses("large.prompt.md", "2,097,152");
    }

    [Fact]
    public async Task A_symbolic_link_is_refused_by_name()
    {
        _terminal.Write("in/real.txt", "a");
        File.CreateSymbolicLink(Path.Combine(_terminal.Folder, "in", "link.txt"), "real.txt");
        await Refuses("'link.txt' is a symbolic link");
    }

    [Fact]
    public async Task A_row_that_does_not_parse_is_refused_with_its_row()
    {
        _terminal.Write("in.csv", "name,text,dialect\ngood,x,\nbad,{% if x %},jinja\n");
        var run = await _terminal.Run("import", "in.csv");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("in.csv, line 3 (bad.prompt.md):");
    }

    [Theory]
    [InlineData("import", "empty")]
    [InlineData("import", "file.xml")]
    [InlineData("import", "p.csv", "--dialect", "erb")]
    public async Task What_cannot_be_imported_is_a_wrong_call(params string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(_terminal.Folder, "empty"));
        _terminal.Write("file.xml", "<a/>");
        _terminal.Write("p.csv", "name,text\na,b\n");
        (await _terminal.Run(arguments)).ExitCode.ShouldBe(2);
    }

    // The refusal names the thing and the reason, and neither the bad file nor its good neighbour is stored.
    private async Task Refuses(params string[] parts)
    {
        _terminal.Write("in/good.txt", "good");
        var run = await _terminal.Run("import", "in");
        run.ExitCode.ShouldBe(1, run.Errors);
        run.Errors.ShouldStartWith("quire: ");
        foreach (var part in parts)
            run.Errors.ShouldContain(part, Case.Sensitive);
        (await _terminal.Json("list")).GetArrayLength().ShouldBe(0);
        (await _terminal.Json("log")).GetArrayLength().ShouldBe(0);
    }
}
