namespace Quire.Templating.Execution;

/// <summary>The five characters of HTML.</summary>
internal static class Html
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("&<>\"'");

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
            output.Write(text[next] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&#34;", _ => "&#39;" });
            text = text[(next + 1)..];
        }
    }

    public static string Escape(RenderContext context, string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0) return text;
        var mark = context.Output.Length;
        Escape(context.Output, text);
        return context.Take(mark);
    }
}
