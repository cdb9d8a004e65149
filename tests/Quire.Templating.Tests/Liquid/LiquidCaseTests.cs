namespace Quire.Templating.Tests.Liquid;

public sealed class LiquidCaseTests
{
    [Fact]
    public void Every_case_gives_what_the_file_says() =>
        CaseFile.FailuresOf("Liquid", "hand", Dialect.Liquid).ShouldBeEmpty();
}
