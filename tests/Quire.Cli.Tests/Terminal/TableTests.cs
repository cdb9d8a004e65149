using Quire.Cli.Terminal;

namespace Quire.Cli.Tests.Terminal;

public sealed class TableTests
{
    [Fact]
    public void Columns_are_as_wide_as_their_widest_cell_and_lines_end_without_blanks()
    {
        var table = new Table("A", "LONG", "C");
        table.Add("wide cell", "x", "");
        table.Add("y", "", "z");
        table.ToString().ShouldBe("A          LONG  C\nwide cell  x\ny                z\n");
    }

    [Fact]
    public void What_a_terminal_would_obey_is_not_sent_to_it()
    {
        var table = new Table("A");
        table.Add("a\u001b[31m\nb\u009b");
        table.ToString().ShouldBe("A\na [31m b\n");
    }
}
