using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Quire.Versioning.Objects;

/// <summary>Computes object ids as git does: SHA-1 over <c>KIND SP SIZE NUL BODY</c>.</summary>
public static class ObjectHash
{
    private const int HeaderSpace = 32;
    private const int OnStack = 2048;

#pragma warning disable CA5350 // The identity of git objects is SHA-1; integrity and cache keys of Quire use SHA-256.
    /// <summary>The id that an object of this kind and body has.</summary>
    public static ObjectId Of(ObjectKind kind, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[ObjectId.ByteLength];
        if (body.Length <= OnStack - HeaderSpace)
        {
            // One call costs less than a hash that is fed in two parts.
            Span<byte> whole = stackalloc byte[OnStack];
            var length = WriteHeader(kind, body.Length, whole);
            body.CopyTo(whole[length..]);
            SHA1.HashData(whole[..(length + body.Length)], hash);
            return ObjectId.FromBytes(hash);
        }
        Span<byte> header = stackalloc byte[HeaderSpace];
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        sha.AppendData(header[..WriteHeader(kind, body.Length, header)]);
        sha.AppendData(body);
        sha.GetHashAndReset(hash);
        return ObjectId.FromBytes(hash);
    }
#pragma warning restore CA5350

    /// <summary>The id that a blob of these bytes has.</summary>
    public static ObjectId OfBlob(ReadOnlySpan<byte> content) => Of(ObjectKind.Blob, content);

    private static int WriteHeader(ObjectKind kind, long size, Span<byte> header)
    {
        var length = Encoding.ASCII.GetBytes(kind.Name(), header);
        header[length++] = (byte)' ';
        size.TryFormat(header[length..], out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
        header[length++] = 0;
        return length;
    }
}
