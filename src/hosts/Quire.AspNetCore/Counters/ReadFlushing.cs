using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quire.Core.Counters;

namespace Quire.AspNetCore.Counters;

/// <summary>Adds counted reads to the store every ten seconds, and once more when the host stops.</summary>
internal sealed partial class ReadFlushing(ReadCounters reads, TimeProvider time, ILogger<ReadFlushing> log) : BackgroundService
{
    /// <summary>How long reads are counted in memory alone.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Flush(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await Ticks(timer, stoppingToken))
            await Flush(stoppingToken);
    }

    private static async Task<bool> Ticks(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // Counting goes on whatever the store says: what it did not take is added the next time.
    private async Task Flush(CancellationToken cancellation)
    {
        try
        {
            await reads.Flush(cancellation);
        }
        catch (Exception error)
        {
            NotFlushed(log, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counted reads were not added to the store; they are kept for the next time.")]
    private static partial void NotFlushed(ILogger log, Exception error);
}
