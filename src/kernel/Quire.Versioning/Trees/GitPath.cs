using System.Buffers;
using System.Text;

namespace Quire.Versioning.Trees;

/// <summary>
/// Paths as text and as git's bytes. Bytes that are no UTF-8 become lone surrogates U+DC80 to U+DCFF and come back unchanged, so any name
/// survives; order is always that of the bytes.
/// </summary>
public static class GitPath
{
    private const int EscapeBase = 0xDC00;

    /// <summary>The text of a name's or path's bytes.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        var text = new StringBuilder(bytes.Length);
        Span<char> pair = stackalloc char[2];
        while (bytes.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            if (status == OperationStatus.Done)
                text.Append(pair[..rune.EncodeToUtf16(pair)]);
            else
                for (var i = 0; i < used; i++)
                    text.Append((char)(EscapeBase + bytes[i]));
            bytes = bytes[used..];
        }
        return text.ToString();
    }

    /// <summary>The bytes of a name or path; the reverse of <see cref="Decode"/>.</summary>
    public static byte[] Encode(string path)
    {
        if (!HasEscapes(path))
            return Encoding.UTF8.GetBytes(path);
        var bytes = new ArrayBufferWriter<byte>(path.Length * 2);
        var rest = path.AsSpan();
        while (rest.Length > 0)
        {
            if (IsEscape(rest[0]) || Rune.DecodeFromUtf16(rest, out var rune, out var used) != OperationStatus.Done)
            {
                if (IsEscape(rest[0]))
                    bytes.Write([unchecked((byte)(rest[0] - EscapeBase))]);
                else
                    bytes.Write("\uFFFD"u8);
                rest = rest[1..];
                continue;
            }
            bytes.Advance(rune.EncodeToUtf8(bytes.GetSpan(4)));
            rest = rest[used..];
        }
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Whether a path came from bytes that are UTF-8.</summary>
    public static bool IsText(string path) => !HasEscapes(path);

    /// <summary>Orders two paths by their bytes.</summary>
    public static int Compare(string left, string right)
    {
        var shared = Math.Min(left.Length, right.Length);
        for (var i = 0; i < shared; i++)
        {
            if (left[i] != right[i])
                return IsPlain(left[i]) && IsPlain(right[i]) ? left[i] - right[i] : CompareBytes(left, false, right, false);
        }
        return left.Length - right.Length;
    }

    /// <summary>Orders two names of one tree as git does: a folder's name counts as if it ended in <c>/</c>.</summary>
    public static int CompareEntries(string left, bool leftIsTree, string right, bool rightIsTree)
    {
        var shared = Math.Min(left.Length, right.Length);
        for (var i = 0; i < shared; i++)
        {
            if (left[i] != right[i])
                return IsPlain(left[i]) && IsPlain(right[i]) ? left[i] - right[i] : CompareBytes(left, leftIsTree, right, rightIsTree);
        }
        var leftNext = left.Length > shared ? left[shared] : leftIsTree ? '/' : '\0';
        var rightNext = right.Length > shared ? right[shared] : rightIsTree ? '/' : '\0';
        if (leftNext != rightNext)
            return leftNext - rightNext;
        // One name is the other with a slash-like end: the longer comes last.
        return left.Length - right.Length;
    }

    /// <summary>The folder part of a path, without the slash; empty at the root.</summary>
    public static string Folder(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>The last segment of a path.</summary>
    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>A folder and a name as one path.</summary>
    public static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private static bool HasEscapes(string path)
    {
        foreach (var c in path.AsSpan())
        {
            if (char.IsSurrogate(c))
                return HasLoneSurrogate(path);
        }
        return false;
    }

    private static bool HasLoneSurrogate(string path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (!char.IsSurrogate(path[i]))
                continue;
            if (i + 1 >= path.Length || !char.IsSurrogatePair(path[i], path[i + 1]))
                return true;
            i++;
        }
        return false;
    }

    // UTF-16 order is that of UTF-8 except where surrogates meet U+E000 and above.
    private static bool IsPlain(char c) => c < 0xD800;

    private static bool IsEscape(char c) => c is >= (char)0xDC80 and <= (char)0xDCFF;

    private static int CompareBytes(string left, bool leftIsTree, string right, bool rightIsTree) =>
        Encode(leftIsTree ? left + "/" : left).AsSpan().SequenceCompareTo(Encode(rightIsTree ? right + "/" : right));
}
