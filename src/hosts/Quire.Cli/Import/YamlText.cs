using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Quire.Cli.Import;

/// <summary>Writes YAML that means exactly one thing: quoted scalars, flow collections, block text where people read it.</summary>
internal static class YamlText
{
    /// <summary>A text in double quotes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
            Append(quoted, letter);
        return quoted.Append('"').ToString();
    }

    /// <summary>A JSON value in flow style.</summary>
    public static string Flow(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(", ", value.EnumerateObject().Select(member => $"{Quote(member.Name)}: {Flow(member.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(", ", value.EnumerateArray().Select(Flow)) + "]",
        JsonValueKind.String => Quote(value.GetString()!),
        _ => value.GetRawText(),
    };

    /// <summary>A list of texts in flow style.</summary>
    public static string Flow(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(Quote)) + "]";

    /// <summary>A text as the value of a key that is indented so far: a block where it has several lines, else quoted.</summary>
    public static string Value(string text, int indent)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text.Any(IsSpecial))
            return Quote(text);
        var margin = new string(' ', indent + 2);
        var chomping = text.EndsWith("\n\n", StringComparison.Ordinal) || text == "\n" ? "+" : text.EndsWith('\n') ? "" : "-";
        var body = text.EndsWith('\n') ? text[..^1] : text;
        return $"|2{chomping}\n" + string.Join('\n', body.Split('\n').Select(line => line.Length == 0 ? "" : margin + line));
    }

    // Line breaks of YAML that are none of ours, and what no plain text holds.
    private static bool IsSpecial(char letter) =>
        (letter < ' ' && letter is not ('\n' or '\t')) || letter is (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static void Append(StringBuilder quoted, char letter)
    {
        switch (letter)
        {
            case '"': quoted.Append("\\\""); break;
            case '\\': quoted.Append(@"\\"); break;
            case '\n': quoted.Append(@"\n"); break;
            case '\t': quoted.Append(@"\t"); break;
            case '\r': quoted.Append(@"\r"); break;
            default:
                if (IsSpecial(letter))
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
                else
                    quoted.Append(letter);
                break;
        }
    }
}
