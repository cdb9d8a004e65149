using Quire.Versioning.Commits;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.Commits;

public sealed class TrailersTests
{
    [Theory]
    [InlineData("Title\n", "Title\n\nQuire-Move: a => b\n")]
    [InlineData("Title", "Title\n\nQuire-Move: a => b\n")]
    [InlineData("Title\n\nBody.\n", "Title\n\nBody.\n\nQuire-Move: a => b\n")]
    [InlineData("Title\n\nBody.\n\nSigned-off-by: A <a@b>\n", "Title\n\nBody.\n\nSigned-off-by: A <a@b>\nQuire-Move: a => b\n")]
    [InlineData("Key: looks like a trailer\n", "Key: looks like a trailer\n\nQuire-Move: a => b\n")]
    public void A_trailer_joins_those_that_are_there_as_git_would_put_it(string message, string expected)
    {
        Trailers.AddMove(message, "a", "b").ShouldBe(expected);
        // Without a line feed at its end, git takes the title for a paragraph that goes on.
        using var repo = new GitRepo();
        if (message.EndsWith('\n'))
            repo.GitText(message, "interpret-trailers", "--trailer", "Quire-Move: a => b").ShouldBe(expected);
    }

    [Fact]
    public void Moves_are_read_in_order_and_anything_else_is_left_out()
    {
        const string message = "Move\n\nQuire-Move: support/a.md => support/b c.md\r\nOther: x\n  continued\nquire-move: x.md => y.md\nQuire-Move: nothing\nQuire-Move: a => \n";

        Trailers.Moves(message).ShouldBe([("support/a.md", "support/b c.md"), ("x.md", "y.md")]);
        Trailers.Parse(message)[1].ShouldBe(new Trailer("Other", "x continued"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Only: title")]
    [InlineData("Title\n\nProse with no trailer\nKey: value")]
    [InlineData("Title\n\n: no key")]
    [InlineData("Title\n\nodd key!: v")]
    public void A_last_paragraph_that_is_prose_has_no_trailers(string message) => Trailers.Parse(message).ShouldBeEmpty();

    [Fact]
    public void An_empty_message_takes_a_trailer_too() => Trailers.Add("", "Key", "v").ShouldBe("\n\nKey: v\n");
}
