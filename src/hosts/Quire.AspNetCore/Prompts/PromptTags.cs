using Microsoft.Extensions.Primitives;
using Quire.AspNetCore.Answers;
using Quire.Versioning.Objects;

namespace Quire.AspNetCore.Prompts;

/// <summary>The entity tags of prompts. Each ends in the id of the content, so that a tag that came back tells what its sender had read.</summary>
internal static class PromptTags
{
    /// <summary>The tag of a prompt's JSON, which has more than the content.</summary>
    public static string OfJson(ReadOnlySpan<byte> body, ObjectId blob) => $"{EntityTags.Of(body)[..^1]}-{blob}\"";

    /// <summary>The tag of the file itself.</summary>
    public static string OfSource(ObjectId blob) => $"\"{blob}\"";

    /// <summary>The content that a header with one of these tags names; null where it names none.</summary>
    public static ObjectId? Seen(StringValues header)
    {
        foreach (var value in header)
        {
            foreach (var range in value.AsSpan().Split(','))
            {
                var tag = value.AsSpan(range).Trim().Trim('"');
                if (tag.Length >= ObjectId.HexLength && ObjectId.TryParse(tag[^ObjectId.HexLength..].ToString(), out var blob))
                    return blob;
            }
        }
        return null;
    }
}
