namespace Quire.Core.Langfuse;

/// <summary>Finds the places where Langfuse puts other prompts. Whatever is not exactly such a tag is plain text, without complaint.</summary>
public static class LangfuseTags
{
    private const string Begin = "@@@langfusePrompt:";
    private const string End = "@@@";

    /// <summary>The tags of a text, in order.</summary>
    public static IReadOnlyList<LangfuseTag> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<LangfuseTag>();
        for (var start = text.IndexOf(Begin, StringComparison.Ordinal); start >= 0;)
        {
            var inner = start + Begin.Length;
            var end = text.IndexOf(End, inner, StringComparison.Ordinal);
            if (end < 0)
                break;
            var next = end + End.Length;
            if (LangfuseTag.Read(text.AsSpan(inner, end - inner), start, next - start) is { } tag)
                found.Add(tag);
            start = text.IndexOf(Begin, next, StringComparison.Ordinal);
        }
        return found;
    }
}
