using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <summary>
/// Where a log stopped: the commits that come next, each with the time it is sorted by. A check value ties it to the log it came from, so that
/// a cursor of another path or branch is refused instead of giving nonsense.
/// </summary>
internal static class LogCursor
{
    private const byte Version = 1;
    private const int HeaderLength = 9;
    private const int EntryLength = ObjectId.ByteLength + 8;

    public static string Write(ulong log, IReadOnlyList<(ObjectId Id, long Time)> frontier)
    {
        var bytes = new byte[HeaderLength + (frontier.Count * EntryLength)];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(1), log);
        for (var i = 0; i < frontier.Count; i++)
        {
            var entry = bytes.AsSpan(HeaderLength + (i * EntryLength));
            frontier[i].Id.CopyTo(entry);
            BinaryPrimitives.WriteInt64BigEndian(entry[ObjectId.ByteLength..], frontier[i].Time);
        }
        return Base64Url.EncodeToString(bytes);
    }

    public static List<(ObjectId Id, long Time)> Read(string cursor, ulong log)
    {
        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(cursor);
        }
        catch (FormatException)
        {
            throw Bad();
        }
        if (bytes.Length < HeaderLength || (bytes.Length - HeaderLength) % EntryLength != 0 || bytes[0] != Version || BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(1)) != log)
            throw Bad();
        var frontier = new List<(ObjectId, long)>();
        for (var entry = bytes.AsSpan(HeaderLength); !entry.IsEmpty; entry = entry[EntryLength..])
            frontier.Add((ObjectId.FromBytes(entry[..ObjectId.ByteLength]), BinaryPrimitives.ReadInt64BigEndian(entry[ObjectId.ByteLength..])));
        return frontier;
    }

    /// <summary>The check value of a log.</summary>
    public static ulong NameOf(ObjectId tip, LogQuery query)
    {
        var name = $"{tip}\n{query.FirstParentOnly}\n{query.Order}\n{query.Path}";
        return BinaryPrimitives.ReadUInt64BigEndian(ObjectHash.OfBlob(Encoding.UTF8.GetBytes(name)).ToByteArray());
    }

    private static VersioningException Bad() =>
        new(VersioningCodes.BadCursor, "The cursor is not one of this log.", "Begin again without a cursor.");
}
