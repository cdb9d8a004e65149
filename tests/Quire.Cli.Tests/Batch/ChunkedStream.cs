namespace Quire.Cli.Tests.Batch;

/// <summary>A stream whose reads give as much as chance wants.</summary>
internal sealed class ChunkedStream(byte[] bytes, Random? chunks) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) =>
        base.Read(buffer, offset, chunks is null ? count : Math.Min(count, chunks.Next(1, 10_000)));
}
