using System.Net;
using Quire.Core.Errors;
using Quire.Core.Outbound;

namespace Quire.Core.Tests.Outbound;

public sealed class OutboundRulesTests
{
    [Theory]
    [InlineData("10.1.0.0/16", "10.1.2.3", 443, true)]
    [InlineData("10.1.0.0/16", "10.2.2.3", 443, false)]
    [InlineData("10.1.2.3:8443", "10.1.2.3", 8443, true)]
    [InlineData("10.1.2.3:8443", "10.1.2.3", 443, false)]
    [InlineData("10.1.2.3", "::ffff:10.1.2.3", 443, true)]
    [InlineData("[fd00::1]:443", "fd00::1", 443, true)]
    [InlineData("[fd00::1]:443", "fd00::1", 80, false)]
    [InlineData("fd00::1", "fd00::1", 80, true)]
    public void An_allowed_network_opens_its_addresses_and_no_others(string allowed, string address, int port, bool expected) =>
        new OutboundRules([allowed]).AllowsAddress(IPAddress.Parse(address), port).ShouldBe(expected);

    [Theory]
    [InlineData("hooks.corp", "HOOKS.corp.", 80, true)]
    [InlineData("hooks.corp:8443", "hooks.corp", 8443, true)]
    [InlineData("hooks.corp:8443", "hooks.corp", 443, false)]
    [InlineData("hooks.corp", "other.hooks.corp", 80, false)]
    public void An_allowed_name_is_that_name(string allowed, string name, int port, bool expected) =>
        new OutboundRules([allowed]).AllowsName(name, port).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("https://hooks.corp")]
    [InlineData("hooks.corp:0")]
    [InlineData("hooks.corp:70000")]
    [InlineData("[fd00::1")]
    public void What_is_no_host_is_refused(string allowed) =>
        Should.Throw<QuireException>(() => new OutboundRules([allowed])).Error.Code.ShouldBe("invalid_setting");
}
