using System.Text;
using Quire.Cli.Terminal;
using Quire.Cli.Tests.Support;
using Quire.Core.Errors;

namespace Quire.Cli.Tests.Terminal;

public sealed class TextArgumentTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("@file.txt", "from the file")]
    [InlineData("@@someone", "@someone")]
    [InlineData("", "")]
    public void An_at_sign_names_a_file_and_two_are_one(string argument, string text)
    {
        using var terminal = new TestTerminal();
        terminal.Write("file.txt", [.. Encoding.UTF8.Preamble, .. "from the file"u8]);
        TextArgument.Read(terminal.Context(Stream.Null, Stream.Null, TextWriter.Null), argument).ShouldBe(text);
    }

    [Fact]
    public void A_file_that_is_missing_is_named()
    {
        using var terminal = new TestTerminal();
        var error = Should.Throw<QuireException>(() => TextArgument.Read(terminal.Context(Stream.Null, Stream.Null, TextWriter.Null), "@gone.txt"));
        error.Message.ShouldContain("gone.txt");
    }
}
