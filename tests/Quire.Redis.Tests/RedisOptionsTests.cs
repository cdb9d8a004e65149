namespace Quire.Redis.Tests;

public sealed class RedisOptionsTests
{
    [Theory]
    [InlineData("redis://cache", "cache", 6379, null, null, 0, false)]
    [InlineData("redis://cache:7000/2", "cache", 7000, null, null, 2, false)]
    [InlineData("redis://:pa%3Ass@cache", "cache", 6379, null, "pa:ss", 0, false)]
    [InlineData("redis://secret@cache", "cache", 6379, null, "secret", 0, false)]
    [InlineData("rediss://me:pass@cache:1/", "cache", 1, "me", "pass", 0, true)]
    [InlineData("redis://[::1]:6380", "::1", 6380, null, null, 0, false)]
    public void A_URL_says_where_Redis_is(string url, string host, int port, string? user, string? password, int database, bool tls)
    {
        var options = RedisOptions.Parse(url);

        (options.Host, options.Port, options.User, options.Password, options.Database, options.UseTls).ShouldBe((host, port, user, password, database, tls));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cache:6379")]
    [InlineData("http://cache")]
    [InlineData("redis://")]
    [InlineData("redis://:hidden@cache/x")]
    [InlineData("redis://:hidden@cache/1?x=1")]
    public void What_is_no_such_URL_is_refused_without_showing_the_password(string url) =>
        Should.Throw<FormatException>(() => RedisOptions.Parse(url)).Message.ShouldNotContain("hidden");

    [Fact]
    public void It_shows_itself_without_secrets() => RedisOptions.Parse("redis://me:hidden@cache:7000").ToString().ShouldBe("cache:7000");

    [Theory]
    [InlineData("")]
    [InlineData("a*")]
    [InlineData("Upper")]
    public void A_prefix_that_could_match_others_is_refused(string prefix) =>
        Should.Throw<ArgumentException>(() => new RedisSecondTier(new RedisOptions { Host = "x", Prefix = prefix })).Message.ShouldContain("prefix");
}
