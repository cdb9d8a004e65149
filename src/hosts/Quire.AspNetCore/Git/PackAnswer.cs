using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Quire.Core.Errors;
using Quire.Core.Git;
using Quire.Core.Objects;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;
using Quire.Versioning.Protocol;

namespace Quire.AspNetCore.Git;

/// <summary>Sends what a fetch gets. Entries of the pack are copies of the stored bytes, read a few at a time.</summary>
/// <param name="fetches">Reads them.</param>
/// <param name="answer">What is sent.</param>
/// <param name="arguments">How it is sent.</param>
/// <param name="hasBands">Whether the pack shares its way with messages; old clients may get it bare.</param>
/// <param name="head">Writes what stands before the pack; false where none follows.</param>
internal sealed class PackAnswer(FetchService fetches, FetchAnswer answer, FetchArguments arguments, bool hasBands, Func<IBufferWriter<byte>, bool> head) : IResult
{
    private const byte PackBand = 1, ProgressBand = 2, ErrorBand = 3;
    private const int SmallBatch = 16, LargeBatch = 512;
    private const long EnoughBytes = 1 << 20;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = $"application/x-{GitWords.Upload}-result";
        var cancellation = httpContext.RequestAborted;
        try
        {
            var output = httpContext.Response.BodyWriter;
            if (head(output))
                await SendPack(output, cancellation);
            await output.FlushAsync(cancellation);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException && cancellation.IsCancellationRequested)
        {
            // The client hung up; there is nobody to tell.
        }
    }

    private async Task SendPack(System.IO.Pipelines.PipeWriter output, CancellationToken cancellation)
    {
        try
        {
            if (arguments.WantsProgress)
                Band(output, ProgressBand, Encoding.UTF8.GetBytes($"{answer.Objects.Count} objects\n"));
            await SendEntries(output, cancellation);
        }
        catch (QuireException error)
        {
            // The answer has begun: the client can only be told inside of it.
            Band(output, ErrorBand, Encoding.UTF8.GetBytes(error.Error.Message + "\n"));
        }
        if (hasBands)
            PktLine.WriteFlush(output);
    }

    private async Task SendEntries(System.IO.Pipelines.PipeWriter output, CancellationToken cancellation)
    {
        var bytes = new ArrayBufferWriter<byte>(1 << 16);
        using var pack = new PackWriter(bytes, (uint)answer.Objects.Count);
        var places = new Dictionary<ObjectId, long>(answer.Objects.Count);
        var all = answer.Objects.ToHashSet();
        for (int at = 0, size = SmallBatch, taken; at < answer.Objects.Count; at += taken)
        {
            taken = Math.Min(size, answer.Objects.Count - at);
            await AddBatch(pack, [.. answer.Objects.Skip(at).Take(taken)], places, all, cancellation);
            size = bytes.WrittenCount < EnoughBytes ? Math.Min(size * 2, LargeBatch) : SmallBatch;
            await Send(output, bytes, cancellation);
        }
        pack.Finish();
        await Send(output, bytes, cancellation);
    }

    private async Task Send(System.IO.Pipelines.PipeWriter output, ArrayBufferWriter<byte> bytes, CancellationToken cancellation)
    {
        Band(output, PackBand, bytes.WrittenSpan);
        bytes.ResetWrittenCount();
        await output.FlushAsync(cancellation);
    }

    private async Task AddBatch(PackWriter pack, List<ObjectId> batch, Dictionary<ObjectId, long> places, HashSet<ObjectId> all, CancellationToken cancellation)
    {
        var found = (await fetches.Read(answer.ProjectId, batch, cancellation)).ToDictionary(entry => entry.Id);
        foreach (var id in batch)
            places[id] = found.TryGetValue(id, out var entry) && Copy(pack, entry, places, all) is { } place ? place : await AddWhole(pack, id, cancellation);
    }

    private long? Copy(PackWriter pack, StoredEntry entry, Dictionary<ObjectId, long> places, HashSet<ObjectId> all)
    {
        if (entry.DeltaBase is not { } below)
            return pack.Add(entry.Kind, entry.StoredSize, entry.Compressed.Span);
        if (arguments.TakesOffsets && places.TryGetValue(below, out var place))
            return pack.AddDelta(place, entry.StoredSize, entry.Compressed.Span);
        return all.Contains(below) || answer.Bases.Contains(below) ? pack.AddDelta(below, entry.StoredSize, entry.Compressed.Span) : null;
    }

    // Its base is not in the pack.
    private async Task<long> AddWhole(PackWriter pack, ObjectId id, CancellationToken cancellation)
    {
        var value = await fetches.ReadWhole(answer.ProjectId, id, cancellation);
        return pack.Add(value.Kind, value.Body.Length, Zlib.Compress(value.Body.Span));
    }

    private void Band(IBufferWriter<byte> output, byte band, ReadOnlySpan<byte> bytes)
    {
        if (hasBands)
            PktLine.WriteBand(output, band, bytes);
        else if (band == PackBand)
            output.Write(bytes);
    }
}
