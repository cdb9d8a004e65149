using System.Globalization;
using Dapper;
using Npgsql;

namespace Quire.Storage.Postgres;

/// <summary>
/// Hears of the changes of every node: each number is told by NOTIFY inside the transaction that takes it, so that it comes with the commit or not at
/// all. The numbers are also asked for now and then, on the same connection, which shows that it still stands.
/// </summary>
/// <param name="source">Makes the connection.</param>
/// <param name="time">The clock.</param>
internal sealed class PostgresNews(NpgsqlDataSource source, TimeProvider time) : IAsyncDisposable
{
    /// <summary>The channel; a payload is the organisation's id and the number.</summary>
    public const string Channel = "quire_changes";

    private const string Numbers = "SELECT id, sequence FROM organisations";

    public async Task Listen(TimeSpan interval, Action<long, long> heard, Action round, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            connection.Notification += (_, told) => Tell(told.Payload, heard);
            // From here on nothing is missed, so the numbers are asked for afterwards.
            await connection.ExecuteAsync($"LISTEN {Channel}");
            while (true)
            {
                foreach (var (id, sequence) in await connection.QueryAsync<(long, long)>(new CommandDefinition(Numbers, cancellationToken: cancellation)))
                    heard(id, sequence);
                round();
                await Wait(connection, interval, cancellation);
            }
        }
        catch (NpgsqlException error)
        {
            throw new PostgresDialect().Translate(error);
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task Wait(NpgsqlConnection connection, TimeSpan interval, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        for (var left = interval; left > TimeSpan.Zero; left = interval - time.GetElapsedTime(started))
            await connection.WaitAsync(left, cancellation);
    }

    private static void Tell(string payload, Action<long, long> heard)
    {
        if (payload.Split(' ') is [var id, var sequence] && Number(id) is { } organisation && Number(sequence) is { } number)
            heard(organisation, number);
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
