using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Quire.Redis.Connections;
using Quire.Redis.Protocol;
using Quire.Testing.Services;

namespace Quire.Redis.Tests;

/// <summary>What tests do to a server beside using it.</summary>
internal static partial class ServerControl
{
    /// <summary>Runs a command on a connection of its own.</summary>
    public static async Task<RespReply> Run(this RedisServer server, params string[] command)
    {
        using var connection = await RespConnection.Open(Options(server) with { Patience = TimeSpan.FromSeconds(20) }, TimeProvider.System, default);
        return await connection.Send(RespCommand.Of(command));
    }

    /// <summary>The options that lead to it.</summary>
    public static RedisOptions Options(this RedisServer server, string prefix = "quire") => new() { Host = "127.0.0.1", Port = server.Port, Prefix = prefix };

    /// <summary>The number of keys in it.</summary>
    public static async Task<long> Size(this RedisServer server) => (await server.Run("DBSIZE")).Number;

    /// <summary>The process of the server itself.</summary>
    public static async Task<int> ProcessId(this RedisServer server) =>
        int.Parse(ProcessLine().Match((await server.Run("INFO", "server")).Text).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>Sends a signal such as <c>STOP</c> and <c>CONT</c>.</summary>
    public static async Task Signal(int processId, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }

    [GeneratedRegex("process_id:([0-9]+)")]
    private static partial Regex ProcessLine();
}
