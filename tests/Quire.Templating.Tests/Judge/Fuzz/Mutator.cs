namespace Quire.Templating.Tests.Judge.Fuzz;

/// <summary>Changes a template a little: cuts, copies, swaps, splices with another, puts in a token.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] _tokens =
    [
        "{{", "}}", "{%", "%}", "{#", "#}", "{%-", "-%}", "{{-", "-}}", "+%}", "|", ".", "[", "]", "(", ")", "{", "}", ",", ":", "=", "==", "~", "**", "//", "'", "\"", "\\", "\n", " ", "-", "+", "!",
        " if ", " else ", " in ", " not ", " and ", " or ", " is ", "{% endif %}", "{% endfor %}", "{% else %}", "{% raw %}", "{% endraw %}", "{% comment %}", "{{#a}}", "{{/a}}", "{{>part}}", "{{=<% %>=}}",
        "999999999", "-1", "9223372036854775808", "1e999", "'%9999999d'", "'{:9999999}'", "none", "loop", "self", "super()", "caller()", "\0", "\u2028", "\ufeff", "\ud800", "😀", "{% block a %}", "{% endblock %}",
    ];

    public string Mutate(string template, string other)
    {
        var text = template;
        for (var rounds = random.Next(1, 4); rounds > 0; rounds--)
            text = Once(text, other);
        return text.Length > 8000 ? text[..8000] : text;
    }

    private string Once(string text, string other)
    {
        var (from, to) = Range(text);
        return random.Next(8) switch
        {
            0 => text.Remove(from, to - from),
            1 => text.Insert(from, text[from..to]),
            2 => text[..from] + Piece(other) + text[to..],
            3 => text[..from],
            4 => text.Insert(from, string.Concat(Enumerable.Repeat(text[from..to], random.Next(2, 30)))),
            5 => text[from..],
            _ => text.Insert(from, _tokens[random.Next(_tokens.Length)]),
        };
    }

    private string Piece(string text)
    {
        var (from, to) = Range(text);
        return text[from..to];
    }

    private (int From, int To) Range(string text)
    {
        var from = random.Next(text.Length + 1);
        return (from, Math.Min(text.Length, from + random.Next(1, 40)));
    }
}
