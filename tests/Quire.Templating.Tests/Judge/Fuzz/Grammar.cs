using System.Buffers;
using Quire.Templating.Tests.Judge.Support;

namespace Quire.Templating.Tests.Judge.Fuzz;

/// <summary>A grammar read from a file: random sentences of bounded depth and length.</summary>
internal sealed class Grammar
{
    private const int MaxLength = 4000;
    private static readonly SearchValues<char> _nameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
    private readonly Dictionary<string, List<List<Part>>> _rules = [];

    private Grammar()
    {
    }

    public static Grammar Read(string dialect)
    {
        var grammar = new Grammar();
        foreach (var line in File.ReadAllText(Repository.Judge("Fuzz", "grammars", dialect + ".grammar")).Split('\n'))
        {
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
                grammar.Add(line);
        }

        return grammar;
    }

    public string Sentence(Random random, int depth)
    {
        var output = new System.Text.StringBuilder();
        Write("template", random, depth, output);
        return output.ToString();
    }

    private void Write(string name, Random random, int depth, System.Text.StringBuilder output)
    {
        var alternatives = _rules[name];
        var alternative = depth <= 0 || output.Length > MaxLength ? alternatives[0] : alternatives[random.Next(alternatives.Count)];
        foreach (var part in alternative)
        {
            if (part.IsName)
                Write(part.Text, random, depth - 1, output);
            else
                output.Append(part.Text);
        }
    }

    private void Add(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var name = line[..colon];
        if (!_rules.TryGetValue(name, out var alternatives))
            _rules[name] = alternatives = [];
        alternatives.Add(Split(line[(colon + 2)..].Replace('⏎', '\n')));
    }

    // <name> is a name only where it is lower-case letters and digits: anything else is the text it looks like.
    private static List<Part> Split(string text)
    {
        var parts = new List<Part>();
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '<' ? text.IndexOf('>', i) : -1;
            if (end < 0 || !IsName(text.AsSpan(i + 1, end - i - 1)))
                continue;
            parts.Add(new Part(text[from..i], false));
            parts.Add(new Part(text[(i + 1)..end], true));
            from = end + 1;
            i = end;
        }

        parts.Add(new Part(text[from..], false));
        return parts;
    }

    private static bool IsName(ReadOnlySpan<char> text) =>
        text.Length > 0 && !text.ContainsAnyExcept(_nameLetters);

    private readonly record struct Part(string Text, bool IsName);
}
