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
    private ConcurrentDictionary<ReadKey, ReadCell> _leaving = new();
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

    /// <summary>The generation of cells: a cell of an older one is asked for anew.</summary>
    internal object Generation => _cells;

    /// <summary>The cell of a key; null where there are too many.</summary>
    internal ReadCell? Cell(ReadKey key)
    {
        var cells = _cells;
        if (cells.TryGetValue(key, out var known))
            return known;
        if (cells.Count < MaxCells)
            return cells.GetOrAdd(key, static _ => new ReadCell());
        Interlocked.Increment(ref _uncounted);
        return null;
    }

    // Cells are counted twice over before they go: whoever took one just before it was replaced adds to it a moment later.
    private List<(ReadKey Key, ReadCell Cell, long Count)> Take()
    {
        var cells = _cells;
        var taken = Take(_leaving).Concat(Take(cells)).ToList();
        if (!cells.IsEmpty)
            _cells = new();
        _leaving = cells;
        return taken;
    }

    private static IEnumerable<(ReadKey Key, ReadCell Cell, long Count)> Take(ConcurrentDictionary<ReadKey, ReadCell> cells) =>
        cells.Select(entry => (entry.Key, entry.Value, Count: entry.Value.Take())).Where(entry => entry.Count > 0);

    private async Task Write(List<(ReadKey Key, ReadCell Cell, long Count)> taken, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var counts = taken.GroupBy(entry => entry.Key).Select(group => new ReadCount(group.Key, day, group.Sum(entry => entry.Count)))
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
            foreach (var (key, _, count) in taken)
                Cell(key)?.Add(count);
            throw;
        }
    }
}
