using System.Net.Sockets;
using Quire.Testing.Services;

namespace Quire.Testing.Tests.Services;

public sealed class RedisFixtureTests(RedisFixture redis)
{
    [Fact]
    public void The_server_answers() => Ask(redis.Server, "PING").ShouldBe("+PONG");

    [Fact]
    public void No_two_tests_get_the_same_prefix() => redis.NewPrefix().ShouldNotBe(redis.NewPrefix());

    [Fact]
    public void A_killed_server_comes_back_empty_on_the_same_port()
    {
        _ = redis.Server; // skips where Redis is missing
        using var server = RedisServer.StartNew();
        Ask(server, "SET a 1").ShouldBe("+OK");

        server.Kill();
        Should.Throw<SocketException>(() => Ask(server, "PING"));
        server.Start();

        Ask(server, "GET a").ShouldBe("$-1");
    }

    private static string? Ask(RedisServer server, string command)
    {
        using var client = new TcpClient("127.0.0.1", server.Port);
        using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        using var reader = new StreamReader(client.GetStream());
        writer.WriteLine(command);
        return reader.ReadLine();
    }
}
