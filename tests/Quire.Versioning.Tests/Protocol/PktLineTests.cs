using System.Buffers;
using System.Text;
using Quire.Versioning.Protocol;

namespace Quire.Versioning.Tests.Protocol;

public sealed class PktLineTests
{
    [Fact]
    public void Lines_come_back_as_they_were_written()
    {
        var output = new ArrayBufferWriter<byte>();
        PktLine.Write(output, "want 1234\n");
        PktLine.WriteDelimiter(output);
        PktLine.Write(output, new byte[PktLine.MaxData]);
        PktLine.WriteFlush(output);
        PktLine.WriteResponseEnd(output);
        PktLine.Write(output, "");

        var rest = output.WrittenSpan;
        Read(ref rest).ShouldBe((PktLineKind.Data, 10));
        Read(ref rest).ShouldBe((PktLineKind.Delimiter, 0));
        Read(ref rest).ShouldBe((PktLineKind.Data, PktLine.MaxData));
        Read(ref rest).ShouldBe((PktLineKind.Flush, 0));
        Read(ref rest).ShouldBe((PktLineKind.ResponseEnd, 0));
        Read(ref rest).ShouldBe((PktLineKind.Data, 0));
        rest.IsEmpty.ShouldBeTrue();
        output.WrittenSpan[..14].ToArray().ShouldBe("000ewant 1234\n"u8.ToArray());
    }

    [Fact]
    public void An_unfinished_line_asks_for_more_and_takes_nothing()
    {
        var input = "0009don"u8;

        PktLine.TryRead(ref input, out _, out _).ShouldBeFalse();
        input.Length.ShouldBe(7);
        input = "000"u8;
        PktLine.TryRead(ref input, out _, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("0003")]
    [InlineData("fff1")]
    [InlineData("00 5")]
    [InlineData("zzzz")]
    public void A_length_that_cannot_be_is_an_error(string header)
    {
        var bytes = Encoding.ASCII.GetBytes(header + "data");

        Should.Throw<VersioningException>(() =>
        {
            ReadOnlySpan<byte> input = bytes;
            PktLine.TryRead(ref input, out _, out _);
        }).Code.ShouldBe(VersioningCodes.BadPktLine);
    }

    [Fact]
    public void A_band_is_cut_into_lines_that_fit()
    {
        var output = new ArrayBufferWriter<byte>();
        PktLine.WriteBand(output, 1, new byte[PktLine.MaxData + 5]);
        PktLine.WriteBand(output, 2, default);

        var rest = output.WrittenSpan;
        Read(ref rest).ShouldBe((PktLineKind.Data, PktLine.MaxData));
        Read(ref rest).ShouldBe((PktLineKind.Data, 7));
        rest.IsEmpty.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => PktLine.Write(output, new byte[PktLine.MaxData + 1]));
    }

    private static (PktLineKind Kind, int Length) Read(ref ReadOnlySpan<byte> input)
    {
        PktLine.TryRead(ref input, out var kind, out var data).ShouldBeTrue();
        return (kind, data.Length);
    }
}
