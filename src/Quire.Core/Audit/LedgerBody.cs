using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Quire.Core.Changes;

namespace Quire.Core.Audit;

/// <summary>The content of a ledger leaf and the hash that chains it to the one before.</summary>
public static class LedgerBody
{
    /// <summary>The version of the leaf's form, part of what is hashed.</summary>
    public const int Version = 1;

    /// <summary>What a change did, as JSON in a fixed order of members.</summary>
    public static string Write(IEnumerable<FeedRow> rows)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteStartArray("moves");
            foreach (var row in rows)
                WriteMove(json, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>SHA-256 over the previous hash and every field of the leaf, each with its length before it.</summary>
    public static byte[] Hash(byte[] previous, long sequence, DateTimeOffset at, string actor, string body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, previous);
        Append(hash, Number(sequence));
        Append(hash, Number((at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond));
        Append(hash, Encoding.UTF8.GetBytes(actor));
        Append(hash, Encoding.UTF8.GetBytes(body));
        return hash.GetHashAndReset();
    }

    private static void WriteMove(Utf8JsonWriter json, FeedRow row)
    {
        json.WriteStartObject();
        json.WriteString("kind", row.Kind);
        json.WriteString("name", row.Name);
        if (row.ProjectId is { } project)
            json.WriteNumber("project", project);
        if (row.PromptId is { } prompt)
            json.WriteNumber("prompt", prompt);
        if (row.Path is not null)
            json.WriteString("path", row.Path);
        json.WriteString("old", row.Old);
        json.WriteString("new", row.New);
        json.WriteEndObject();
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(Number(bytes.Length));
        hash.AppendData(bytes);
    }

    private static byte[] Number(long value)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
