using Quire.Prompts.Yaml;
using YamlDotNet.Core;

namespace Quire.Prompts.PromptFiles;

/// <summary>
/// Where the text of a YAML scalar begins in its file. Exact for literal blocks and one-line scalars; the lines of a folded
/// or quoted text of several lines are counted from its first.
/// </summary>
internal static class ScalarPlace
{
    /// <summary>Line and column of the first character, and how far each line is indented in the file.</summary>
    public static (int Line, int Column, int Shift) Of(string yaml, YamlScalarNode scalar) => scalar.Style switch
    {
        ScalarStyle.Literal or ScalarStyle.Folded => (scalar.Span.Line + 1, 1, IndentOf(yaml, scalar)),
        ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => (scalar.Span.Line, scalar.Span.Column + 1, 0),
        _ => (scalar.Span.Line, scalar.Span.Column, 0),
    };

    // The indentation is what the file's first non-blank line has more than the text's first non-blank line.
    private static int IndentOf(string yaml, YamlScalarNode scalar)
    {
        var header = yaml.IndexOf('\n', Math.Min(scalar.Span.Start, yaml.Length));
        if (header < 0)
            return 0;
        return Math.Max(0, LeadingSpaces(yaml.AsSpan(header + 1)) - LeadingSpaces(scalar.Text));
    }

    private static int LeadingSpaces(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExcept(" \r\n");
        if (first < 0)
            return 0;
        var lineStart = text[..first].LastIndexOf('\n') + 1;
        return first - lineStart;
    }
}
