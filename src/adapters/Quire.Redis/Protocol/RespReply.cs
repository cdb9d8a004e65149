using System.Text;

namespace Quire.Redis.Protocol;

/// <summary>A reply of RESP2, https://redis.io/docs/latest/develop/reference/protocol-spec/.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">Its text or bytes.</param>
/// <param name="Number">Its number.</param>
/// <param name="Items">Its items.</param>
internal sealed record RespReply(RespKind Kind, byte[] Bytes, long Number, IReadOnlyList<RespReply> Items)
{
    /// <summary>Nothing.</summary>
    public static RespReply Null { get; } = new(RespKind.Null, [], 0, []);

    /// <summary>The text.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);
}
