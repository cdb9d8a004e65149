using Quire.Cli.Serving;

namespace Quire.Cli.Tests.Serving;

public sealed class ListenUrlTests
{
    [Theory]
    [InlineData("http://127.0.0.1:7440", "http://127.0.0.1:7440")]
    [InlineData("http://localhost:1/", "http://localhost:1")]
    [InlineData("http://[::1]:7", "http://[::1]:7")]
    [InlineData("http://*:80", "http://*:80")]
    [InlineData("http://+:81", "http://*:81")]
    [InlineData("http://0.0.0.0:82", "http://*:82")]
    [InlineData("http://[::]:83", "http://*:83")]
    [InlineData("http://10.1.2.3", "http://10.1.2.3:80")]
    public void An_address_is_understood(string text, string meaning) => ListenUrl.ParseAll(text).ShouldHaveSingleItem().ToString().ShouldBe(meaning);

    [Fact]
    public void Several_addresses_are_separated_by_semicolons() =>
        ListenUrl.ParseAll("http://127.0.0.1:1; http://[::1]:1").Count.ShouldBe(2);

    [Theory]
    [InlineData("http://0.0.0.0:5", "http://127.0.0.1:5")]
    [InlineData("http://[::]:5", "http://127.0.0.1:5")]
    [InlineData("http://10.1.2.3:5/", "http://10.1.2.3:5")]
    public void A_server_on_all_addresses_is_reached_on_the_loopback_one(string bound, string reached) =>
        ServerAddress.Reachable([bound]).ShouldBe(reached);
}
