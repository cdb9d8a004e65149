using System.Text;
using Quire.Templating.Filters;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Filler text, from the seed of the request.</summary>
internal static class Lipsum
{
    private const int MostParagraphs = 1000;

    private static readonly string[] Words =
        "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat".Split(' ');

    public static Value Make(RenderContext context, in Value self, in Arguments a)
    {
        var count = Math.Min(Converting.Length(a.Or(0, Value.Number(5))), MostParagraphs);
        var html = a.Flag(context, 1, true);
        var (min, max) = (Converting.Length(a.Or(2, Value.Number(20))), Converting.Length(a.Or(3, Value.Number(100))));
        if (min >= max) throw Errors.Value($"empty range for randrange() ({min}, {max}, {max - min})");
        context.Random ??= new Random(context.Request.Seed);
        var paragraphs = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var words = context.Random.Next(min, max);
            context.Allocate(words * 24L);
            var text = Paragraph(context.Random, words);
            paragraphs.Add(html ? $"<p>{text}</p>" : text);
        }
        var joined = string.Join(html ? "\n" : "\n\n", paragraphs);
        return html ? Value.Markup(joined) : Value.String(joined);
    }

    private static string Paragraph(Random random, int words)
    {
        var text = new StringBuilder();
        var startsSentence = true;
        for (var i = 0; i < words; i++)
        {
            var word = Words[random.Next(Words.Length)];
            if (i > 0) text.Append(' ');
            text.Append(startsSentence ? PythonCase.Capitalize(word) : word);
            startsSentence = random.Next(12) == 0;
            if (startsSentence && i < words - 1) text.Append('.');
        }
        return text.Append('.').ToString();
    }
}
