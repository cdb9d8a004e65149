namespace Quire.Testing.Tests;

public sealed class SeedsTests
{
    [Fact]
    public void The_printed_seed_gives_the_same_numbers_again()
    {
        var first = Seeds.NewRandom().Next();

        var printed = TestContext.Current.TestOutputHelper!.Output.Trim();
        var seed = int.Parse(printed["QUIRE_SEED=".Length..], System.Globalization.CultureInfo.InvariantCulture);

        new Random(seed).Next().ShouldBe(first);
    }
}
