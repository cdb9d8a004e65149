using Quire.Core.Errors;
using Quire.Core.Outbound;

namespace Quire.Core.Tests.Outbound;

public sealed class OutboundUrlTests
{
    [Theory]
    [InlineData("https://hooks.example/a?b=c")]
    [InlineData("http://hooks.example:8080")]
    public void Addresses_of_http_are_read(string url) => OutboundUrl.Parse(url).IsAbsoluteUri.ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("hooks.example")]
    [InlineData("/path")]
    [InlineData("ftp://hooks.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@hooks.example")]
    [InlineData("https://hooks.example/#part")]
    [InlineData("https:///path")]
    [InlineData("https://hooks.example/\r\nHost: other")]
    public void Everything_else_is_refused_without_being_repeated(string url)
    {
        var error = Should.Throw<QuireException>(() => OutboundUrl.Parse(url)).Error;

        error.Code.ShouldBe("invalid_url");
        error.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void A_long_address_is_refused() =>
        Should.Throw<QuireException>(() => OutboundUrl.Parse("https://hooks.example/" + new string('a', 3000))).Error.Code.ShouldBe("too_large");
}
