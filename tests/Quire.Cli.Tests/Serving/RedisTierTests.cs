using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Serving;

/// <summary><c>quire serve --redis</c>: where the secret comes from, and that nothing of it is printed. What the tier does is tested beside the Redis client.</summary>
public sealed class RedisTierTests : IDisposable
{
    // Nobody listens there: nothing depends on Redis.
    private const string Url = "redis://me:hunter2hunter2@127.0.0.1:1/3";

    private readonly TestTerminal _terminal = new() { IsTerminal = true };

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task A_server_makes_its_secret_once_and_keeps_it_to_its_owner()
    {
        var first = await Serve("--data", "d", "--redis", Url);
        var file = Path.Combine(_terminal.Folder, "d", "redis.secret");
        var secret = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        secret.Trim().Length.ShouldBe(64);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        first.ShouldContain("  cache redis 127.0.0.1:1\n");
        first.ShouldNotContain("hunter2");
        first.ShouldNotContain(secret.Trim());

        await Serve("--data", "d", "--redis", Url);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(secret);
    }

    [Fact]
    public async Task Url_and_secret_may_come_from_the_environment()
    {
        _terminal.Environment["QUIRE_REDIS"] = Url;
        _terminal.Environment["QUIRE_REDIS_SECRET"] = "a secret that nodes share";
        (await Serve("--data", "d")).ShouldContain("cache redis 127.0.0.1:1");
        File.Exists(Path.Combine(_terminal.Folder, "d", "redis.secret")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_shows_its_second_tier_and_answers_without_it()
    {
        _terminal.Write("secret.txt", "a secret that nodes share\n");
        await using var server = TestServer.Start(_terminal, "--demo", "--data", "d", "--redis", Url, "--redis-secret-file", "secret.txt");
        await server.Address();
        (await _terminal.Done("compose", "support/answer", "--data", "d")).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("--redis", "http://cache", "redis://host:6379")]
    [InlineData("--redis", "redis://:hunter2hunter2@cache/x", "no number of a Redis database")]
    [InlineData("--redis-secret-file", "short.txt", "none was named")]
    public async Task A_wrong_setting_is_a_wrong_call_without_the_password(string option, string value, string words)
    {
        var run = await _terminal.Run("serve", "--data", "d", option, value);
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain(words);
        run.Errors.ShouldNotContain("hunter2");
        Directory.Exists(Path.Combine(_terminal.Folder, "d")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_secret_that_is_too_short_is_refused_without_repeating_it()
    {
        _terminal.Write("short.txt", "tiny\n");
        var run = await _terminal.Run("serve", "--data", "d", "--redis", Url, "--redis-secret-file", "short.txt");
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("at least 16");
        run.Errors.ShouldNotContain("tiny");
    }

    private async Task<string> Serve(params string[] arguments)
    {
        await using var server = TestServer.Start(_terminal, arguments);
        await server.Address();
        return server.Output;
    }
}
