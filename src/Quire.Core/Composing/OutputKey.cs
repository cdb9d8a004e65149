using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Quire.Core.Caching;
using Quire.Templating.Values;

namespace Quire.Core.Composing;

/// <summary>The key of an output: its plan, and the variables as they were given, each with its kind and length so that no two sets look alike.</summary>
internal static class OutputKey
{
    private const int MaxDepth = 64;

    // A larger set of variables costs more to hash than most outputs cost to render.
    private const int MaxBytes = 64 * 1024;
    private const int LargeInteger = -1;

    /// <summary>The key; null where the variables hold what has no fixed form, or too much.</summary>
    public static CacheKey? Of(CacheKey plan, Value variables)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        plan.Hash.CopyTo(buffer.GetSpan(Hash256.Size));
        buffer.Advance(Hash256.Size);
        if (!Write(buffer, variables, 0))
            return null;
        Span<byte> hash = stackalloc byte[Hash256.Size];
        SHA256.HashData(buffer.WrittenSpan, hash);
        return new CacheKey(plan.OrganisationId, new Hash256(hash));
    }

    private static bool Write(ArrayBufferWriter<byte> buffer, Value value, int depth)
    {
        if (depth > MaxDepth || buffer.WrittenCount > MaxBytes)
            return false;
        var isLarge = value.Kind == ValueKind.Integer && !value.TryGetInt64(out _);
        Number(buffer, isLarge ? LargeInteger : (long)value.Kind);
        switch (value.Kind)
        {
            case ValueKind.None:
                return true;
            case ValueKind.Boolean:
                value.TryGetBoolean(out var flag);
                Number(buffer, flag ? 1 : 0);
                return true;
            case ValueKind.Integer when value.TryGetInt64(out var whole):
                Number(buffer, whole);
                return true;
            case ValueKind.Integer:
                Text(buffer, value.ToString());
                return true;
            case ValueKind.Float:
                value.TryGetDouble(out var real);
                Number(buffer, BitConverter.DoubleToInt64Bits(real));
                return true;
            case ValueKind.String:
                value.TryGetString(out var text);
                Text(buffer, text);
                return true;
            case ValueKind.List:
                return WriteList(buffer, value, depth);
            case ValueKind.Map:
                return WriteMap(buffer, value, depth);
            default:
                return false;
        }
    }

    private static bool WriteList(ArrayBufferWriter<byte> buffer, Value list, int depth)
    {
        Number(buffer, list.Count);
        foreach (var item in list.EnumerateList())
        {
            if (!Write(buffer, item, depth + 1))
                return false;
        }
        return true;
    }

    private static bool WriteMap(ArrayBufferWriter<byte> buffer, Value map, int depth)
    {
        Number(buffer, map.Count);
        foreach (var (key, value) in map.EnumerateMap())
        {
            Text(buffer, key);
            if (!Write(buffer, value, depth + 1))
                return false;
        }
        return true;
    }

    private static void Number(ArrayBufferWriter<byte> buffer, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(sizeof(long)), number);
        buffer.Advance(sizeof(long));
    }

    // UTF-16 as it is: lone surrogates stay different from each other.
    private static void Text(ArrayBufferWriter<byte> buffer, string text)
    {
        Number(buffer, text.Length);
        buffer.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }
}
