using Quire.Prompts.Addresses;

namespace Quire.Prompts.Tests.Addresses;

public sealed class AddressTests
{
    public static IEnumerable<TheoryDataRow<string>> Cases => CaseFiles.Lines("addresses.jsonl");

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_address_is_read_and_written_back_or_refused(string line)
    {
        var items = CaseFiles.Strings(line);
        var read = Address.TryParse(items[0], AddressDefaults.Local, out var address, out var error);
        (address?.ToString() ?? error!.Code).ShouldBe(items[1], error?.ToString());
        if (!read)
            return;
        Address.Parse(address!.ToString()).ToString().ShouldBe(items[1]);
        if (items.Length > 2)
            address.ToUri("h").ShouldBe(items[2]);
        Address.Parse(address.ToUri("h")).ShouldBe(address with { Host = "h" });
    }

    [Fact]
    public void Short_forms_need_defaults()
    {
        foreach (var text in new[] { "answer", "prompts:/answer", "main:answer" })
        {
            Address.TryParse(text, null, out _, out var error).ShouldBeFalse();
            error!.Code.ShouldBe(AddressCodes.NoDefaults);
        }
    }

    [Fact]
    public void A_uri_carries_its_host_and_variables()
    {
        var address = Address.Parse("prompt://host:1/o/p/x?var.b=2&var.a=1");
        address.Host.ShouldBe("host:1");
        address.Variables.ShouldBe([new("b", "2"), new("a", "1")]);
        address.GetHashCode().ShouldBe(Address.Parse("prompt://host:1/o/p/x?var.b=2&var.a=1").GetHashCode());
        Should.Throw<InvalidOperationException>(() => Address.Parse("@o/p/x").ToUri());
    }

    [Fact]
    public void An_endless_address_is_refused()
    {
        Address.TryParse("@o/p/" + new string('a', 9000), null, out _, out var error).ShouldBeFalse();
        error!.Code.ShouldBe(AddressCodes.TooLong);
        Should.Throw<FormatException>(() => Address.Parse(""));
        Address.TryParse($"@o/p@^{new string('1', 200)}/x", null, out _, out error).ShouldBeFalse();
        error!.Code.ShouldBe(AddressCodes.Range);
    }
}
