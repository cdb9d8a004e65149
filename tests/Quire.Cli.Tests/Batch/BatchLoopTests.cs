using System.Buffers;
using System.Text;
using Quire.Cli.Batch;
using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Batch;

public sealed class BatchLoopTests
{
    [Fact]
    public void A_row_that_breaks_something_and_one_that_is_too_long_are_answered_like_the_others()
    {
        using var terminal = new TestTerminal();
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var input = Encoding.UTF8.GetBytes("good\nbreak\n" + new string('x', 50) + "\ngood\n" + new string('y', 30));
        BatchLoop.Run(terminal.Context(new MemoryStream(input), output, errors), new Fragile(), maxRow: 20).ShouldBe(0);
        Encoding.UTF8.GetString(output.ToArray()).ShouldBe("good\nQB1009\nQB1004\ngood\nQB1004\n");
    }

    private sealed class Fragile : IBatch
    {
        public void Answer(ReadOnlyMemory<byte> line, IBufferWriter<byte> output)
        {
            output.Write(line.Span);
            if (line.Span.SequenceEqual("break"u8))
                throw new InvalidTimeZoneException("nobody expects this");
        }

        public void Refuse(BatchRowException error, IBufferWriter<byte> output) => output.Write(Encoding.UTF8.GetBytes(error.Code));
    }
}
