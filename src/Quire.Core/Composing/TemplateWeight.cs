namespace Quire.Core.Composing;

/// <summary>
/// Estimates the bytes of a parsed template from its text: text is held twice, and what stands in tags becomes trees. The factors were measured with
/// templates of few and of many tags; a test holds them against the heap.
/// </summary>
internal static class TemplateWeight
{
    private const int PerCharacter = 5;
    private const int PerTagCharacter = 28;
    private const int PerTag = 150;

    /// <summary>The estimate.</summary>
    public static long Of(string source)
    {
        long inTags = 0;
        long tags = 0;
        var rest = source.AsSpan();
        while (NextTag(rest) is var start and >= 0)
        {
            rest = rest[start..];
            var end = rest.IndexOf('}');
            var length = end < 0 ? rest.Length : end + 1;
            inTags += length;
            tags++;
            rest = rest[length..];
        }
        return ((long)PerCharacter * source.Length) + (PerTagCharacter * inTags) + (PerTag * tags);
    }

    private static int NextTag(ReadOnlySpan<char> text)
    {
        var output = text.IndexOf("{{");
        var statement = output < 0 ? text.IndexOf("{%") : text[..output].IndexOf("{%");
        return statement >= 0 ? statement : output;
    }
}
