using Quire.Cli.Serving;

namespace Quire.Cli.Tests.Serving;

public sealed class ShellTests
{
    [Theory]
    [InlineData("./quire", "./quire")]
    [InlineData("/my folder/quire", "'/my folder/quire'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("", "''")]
    [InlineData("$HOME", "'$HOME'")]
    public void A_word_is_quoted_where_a_shell_would_read_more_into_it(string word, string quoted) => Shell.Quote(word).ShouldBe(quoted);
}
