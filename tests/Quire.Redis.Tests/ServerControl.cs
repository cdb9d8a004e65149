using Quire.Redis.Connections;
using Quire.Redis.Protocol;
using Quire.Testing.Services;

namespace Quire.Redis.Tests;

/// <summary>What tests do to a server beside using it.</summary>
internal static class ServerControl
{
    /// <summary>Runs a command on a connection of its own.</summary>
    public static async Task<RespReply> Run(this RedisServer server, params string[] command)
    {
        using var connection = await RespConnection.Open(Options(server), TimeProvider.System, default);
        return await connection.Send(RespCommand.Of(command));
    }

    /// <summary>The options that lead to it, with patience for a busy machine: a write that gave up too soon would look like one that was lost.</summary>
    public static RedisOptions Options(this RedisServer server, string prefix = "quire") =>
        new() { Host = "127.0.0.1", Port = server.Port, Prefix = prefix, Patience = TimeSpan.FromSeconds(30) };
}
