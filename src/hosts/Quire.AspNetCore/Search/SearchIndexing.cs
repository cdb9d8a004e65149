using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quire.Core.Search;

namespace Quire.AspNetCore.Search;

/// <summary>Indexes what waits: at the start, and every two seconds.</summary>
internal sealed partial class SearchIndexing(SearchIndexer indexer, TimeProvider time, ILogger<SearchIndexing> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
                await CatchUp(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What waits stands in the store and is found at the next start.
        }
    }

    private async Task CatchUp(CancellationToken cancellation)
    {
        try
        {
            await indexer.CatchUp(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            NotIndexed(log, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Prompts that wait for the search index were not indexed; it is tried again.")]
    private static partial void NotIndexed(ILogger log, Exception error);
}
