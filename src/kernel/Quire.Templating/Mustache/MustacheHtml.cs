using Quire.Templating.Execution;

namespace Quire.Templating.Mustache;

/// <summary>Mustache's escapes, which name the double quote and leave the single one.</summary>
internal static class MustacheHtml
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("&<>\"");

    public static void Escape(OutputBuffer output, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var next = text.IndexOfAny(Special);
            if (next < 0)
            {
                output.Write(text);
                return;
            }
            output.Write(text[..next]);
            output.Write(text[next] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            text = text[(next + 1)..];
        }
    }
}
