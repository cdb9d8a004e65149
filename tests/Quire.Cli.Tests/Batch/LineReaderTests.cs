using System.Text;
using Quire.Cli.Batch;
using Quire.Testing;

namespace Quire.Cli.Tests.Batch;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("\n", new[] { "" })]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\nb\n", new[] { "a", "b" })]
    [InlineData("a\r\nb\r\n", new[] { "a", "b" })]
    [InlineData("\n\na", new[] { "", "", "a" })]
    public void Lines_end_at_newlines_and_at_the_end(string text, string[] lines) => Read(text, 100).ShouldBe(lines);

    [Fact]
    public void A_line_that_is_too_long_is_passed_over_and_the_next_one_is_read() =>
        Read("abcdef\nx\n" + new string('y', 200_000) + "\nz", 5).ShouldBe(["TOO LONG", "x", "TOO LONG", "z"]);

    [Fact]
    public void A_last_line_that_is_too_long_is_told_too() => Read("a\n" + new string('y', 300_000), 5).ShouldBe(["a", "TOO LONG"]);

    [Fact]
    public void However_the_bytes_arrive_the_lines_are_the_same()
    {
        var random = Seeds.NewRandom();
        var lines = Enumerable.Range(0, 200).Select(_ => new string('x', random.Next(0, 3) == 0 ? random.Next(70_000) : random.Next(50))).ToList();
        Read(string.Join('\n', lines) + "\n", 100_000, random).ShouldBe(lines);
    }

    private static List<string> Read(string text, int max, Random? chunks = null)
    {
        var reader = new LineReader(new ChunkedStream(Encoding.UTF8.GetBytes(text), chunks), max);
        var lines = new List<string>();
        while (reader.Next())
            lines.Add(reader.IsTooLong ? "TOO LONG" : Encoding.UTF8.GetString(reader.Line.Span));
        return lines;
    }
}
