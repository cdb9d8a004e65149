using System.Collections.Concurrent;
using Quire.Core.Access;
using Quire.Core.Prompts;
using Quire.Core.Stores;

namespace Quire.Core.Counters;

/// <summary>
/// Counts reads in memory and adds them to the store when it is told to, so that no read waits for it. What was counted since the last flush is lost
/// where the process dies.
/// </summary>
/// <param name="store">Where counts are kept.</param>
/// <param name="time">The clock, which says the day.</param>
public sealed class ReadCounters(IStore store, TimeProvider time) : IDisposable
{
    /// <summary>How many kinds of reads are told apart between two flushes; further ones are not counted.</summary>
    public const int MaxCells = 20_000;

    private readonly SemaphoreSlim _flushing = new(1, 1);
    private volatile ConcurrentDictionary<ReadKey, ReadCell> _cells = new();
    private long _uncounted;

    /// <summary>How many reads were not counted, because too many kinds of them came between two flushes.</summary>
    public long Uncounted => Interlocked.Read(ref _uncounted);

    /// <summary>Counts a read of a numbered version; other contents have no number to count by.</summary>
    public void Count(Principal caller, ResolvedPrompt prompt) => Tally(caller, prompt)?.Count();

    /// <summary>What counts reads of this version by this caller without a look-up; null for contents without a number.</summary>
    public ReadTally? Tally(Principal caller, ResolvedPrompt prompt) => prompt is { Prompt: { } row, Version: { } version }
        ? new ReadTally(this, new ReadKey(prompt.Project.Id, row.Id, version.Number, prompt.Alias ?? "", caller.Id))
        : null;

    /// <summary>Adds what was counted to the store, and answers how many reads that were.</summary>
    /// <exception cref="Exception">The store did not answer; what was counted is kept for the next time.</exception>
    public async Task<long> Flush(CancellationToken cancellation = default)
    {
        await _flushing.WaitAsync(cancellation);
        try
        {
            var taken = Take();
            if (taken.Count > 0)
                await Write(taken, cancellation);
            return taken.Sum(entry => entry.Count);
        }
        finally
        {
            _flushing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _flushing.Dispose();

    /// <summary>The cell of a key, which may be closed by the time it is used; null where there are too many.</summary>
    internal ReadCell? Cell(ReadKey key)
    {
        while (true)
        {
            var cells = _cells;
            if (cells.TryGetValue(key, out var known))
                return known;
            if (cells.Count >= MaxCells)
            {
                Interlocked.Increment(ref _uncounted);
                return null;
            }
            var made = cells.GetOrAdd(key, static _ => new ReadCell());
            // Cells that were replaced meanwhile may have been taken without this one.
            if (ReferenceEquals(cells, _cells))
                return made;
        }
    }

    private List<(ReadKey Key, long Count)> Take()
    {
        var cells = _cells;
        if (cells.IsEmpty)
            return [];
        _cells = new();
        return [.. cells.Select(entry => (entry.Key, Count: entry.Value.Close())).Where(entry => entry.Count > 0)];
    }

    private async Task Write(List<(ReadKey Key, long Count)> taken, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var counts = taken.Select(entry => new ReadCount(entry.Key, day, entry.Count))
            // In one order, so that two nodes that add at once cannot wait for each other in a circle.
            .OrderBy(count => count.Key.PromptId).ThenBy(count => count.Key.Number).ThenBy(count => count.Key.Alias, StringComparer.Ordinal).ThenBy(count => count.Key.Key, StringComparer.Ordinal)
            .ToList();
        try
        {
            await store.Write(session =>
            {
                session.Reads.Add(counts);
                return true;
            }, cancellation);
        }
        catch
        {
            foreach (var (key, count) in taken)
                GiveBack(key, count);
            throw;
        }
    }

    private void GiveBack(ReadKey key, long count)
    {
        while (Cell(key) is { } cell)
        {
            if (cell.TryAdd(count))
                return;
        }
    }
}
