using System.Buffers.Text;
using Quire.Versioning.Objects;

namespace Quire.Versioning.History;

/// <summary>Reads of a commit only what walks need, without making texts of the rest.</summary>
internal static class CommitScan
{
    /// <summary>Reads a commit of the usual form; false for any other, which the full parser then judges.</summary>
    public static bool TryRead(GitObject raw, out CommitNode node)
    {
        var body = raw.Body.Span;
        node = null!;
        if (raw.Kind != ObjectKind.Commit || !TryTake(ref body, "tree "u8, out var tree))
            return false;
        var parents = new List<ObjectId>(1);
        while (TryTake(ref body, "parent "u8, out var parent))
            parents.Add(parent);
        if (body.StartsWith("parent "u8) || !TryTakeLine(ref body, "author "u8, out _) || !TryTakeLine(ref body, "committer "u8, out var committer))
            return false;
        var time = committer[(committer.LastIndexOf((byte)'>') + 1)..];
        if (!time.StartsWith(" "u8) || !Utf8Parser.TryParse(time[1..], out long seconds, out var used) || time[(used + 1)..] is not [(byte)' ', ..])
            return false;
        node = new CommitNode(raw.Id, tree, parents, seconds);
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> body, ReadOnlySpan<byte> key, out ObjectId id)
    {
        var length = key.Length + ObjectId.HexLength;
        id = default;
        if (body.Length <= length || !body.StartsWith(key) || body[length] != '\n' || !ObjectId.TryParse(body[key.Length..length], out id))
            return false;
        body = body[(length + 1)..];
        return true;
    }

    private static bool TryTakeLine(ref ReadOnlySpan<byte> body, ReadOnlySpan<byte> key, out ReadOnlySpan<byte> line)
    {
        var end = body.IndexOf((byte)'\n');
        line = default;
        if (end < 0 || !body.StartsWith(key))
            return false;
        line = body[..end];
        body = body[(end + 1)..];
        return true;
    }
}
