namespace Quire.Acceptance.Tests.Linearizing;

public sealed class RegisterCheckTests
{
    private static readonly string[] Order = ["0", "a", "b"];

    [Fact]
    public void Overlapping_operations_that_fit_into_one_order_are_fine() =>
        RegisterCheck.Find(Order, [Write("a", 0, 10), Write("b", 5, 8, "a"), Read("0", 0, 9), Read("b", 7, 9), Read("a", 6, 20)]).ShouldBeEmpty();

    [Fact]
    public void A_read_of_a_value_that_was_replaced_before_it_was_called_is_stale() =>
        RegisterCheck.Find(Order, [Write("a", 0, 1), Write("b", 2, 3), Read("a", 4, 5)]).ShouldHaveSingleItem().ShouldContain("Value = b");

    [Fact]
    public void A_read_of_a_value_that_nobody_had_written_yet_comes_too_early() =>
        RegisterCheck.Find(Order, [Read("a", 0, 1), Write("a", 2, 3)]).ShouldNotBeEmpty();

    [Fact]
    public void Two_reads_that_go_back_in_time_do_not_fit() =>
        RegisterCheck.Find(Order, [Write("a", 0, 10), Write("b", 0, 10), Read("b", 1, 2), Read("a", 3, 4)]).ShouldNotBeEmpty();

    [Fact]
    public void Writes_that_took_effect_against_real_time_do_not_fit() =>
        RegisterCheck.Find(Order, [Write("b", 0, 1), Write("a", 2, 3)]).ShouldNotBeEmpty();

    [Fact]
    public void A_lost_update_is_a_write_that_was_done_over_another_value() =>
        RegisterCheck.Find(Order, [Write("a", 0, 1, "0"), Write("b", 0, 2, "0")]).ShouldHaveSingleItem().ShouldContain("another value");

    [Fact]
    public void An_acknowledged_write_that_is_not_in_the_order_was_lost() =>
        RegisterCheck.Find(Order, [Write("c", 0, 1)]).ShouldHaveSingleItem().ShouldContain("never was");

    [Fact]
    public void One_value_cannot_be_the_work_of_two() =>
        RegisterCheck.Find(Order, [Write("a", 0, 3), Write("a", 1, 2)]).ShouldHaveSingleItem().ShouldContain("two clients");

    private static Operation Write(string value, long invoked, long answered, string? expected = null) => new("x", value, true, expected, invoked, answered);

    private static Operation Read(string value, long invoked, long answered) => new("x", value, false, null, invoked, answered);
}
