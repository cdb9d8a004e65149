using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Quire.Prompts.Yaml;

/// <summary>
/// Writes JSON values as YAML that people like to read and diff: block style, two spaces, texts of several lines as literal
/// blocks, quotes only where a reader of YAML 1.1 or 1.2 would take a text for something else.
/// </summary>
internal sealed class YamlWriter
{
    private readonly StringBuilder _builder = new();

    public static string Entry(string key, JsonElement value)
    {
        var writer = new YamlWriter();
        writer.WriteEntry(key, value, 0);
        return writer._builder.ToString();
    }

    private void WriteEntry(string key, JsonElement value, int indent)
    {
        _builder.Append(' ', indent);
        WriteText(key, isKey: true, indent);
        _builder.Append(':');
        WriteValue(value, indent);
    }

    // Begins right after `key:`, ends with a newline.
    private void WriteValue(JsonElement value, int indent)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().Any():
                _builder.Append('\n');
                foreach (var member in value.EnumerateObject())
                    WriteEntry(member.Name, member.Value, indent + 2);
                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0:
                _builder.Append('\n');
                foreach (var item in value.EnumerateArray())
                    WriteItem(item, indent + 2);
                break;
            default:
                _builder.Append(' ');
                WriteScalar(value, indent);
                break;
        }
    }

    private void WriteItem(JsonElement item, int indent)
    {
        _builder.Append(' ', indent).Append('-');
        if (item.ValueKind != JsonValueKind.Object || !item.EnumerateObject().Any())
        {
            WriteValue(item, indent);
            return;
        }

        // The first member stands on the line of the dash.
        var mark = _builder.Length;
        foreach (var member in item.EnumerateObject())
            WriteEntry(member.Name, member.Value, indent + 2);
        _builder.Remove(mark, indent + 1);
    }

    private void WriteScalar(JsonElement value, int indent)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                _builder.Append("{}\n");
                break;
            case JsonValueKind.Array:
                _builder.Append("[]\n");
                break;
            case JsonValueKind.String:
                WriteText(value.GetString()!, isKey: false, indent);
                break;
            default:
                _builder.Append(value.GetRawText()).Append('\n');
                break;
        }
    }

    private void WriteText(string text, bool isKey, int indent)
    {
        if (!isKey && LiteralText.Fits(text))
        {
            LiteralText.Write(_builder, text, indent + 2);
            return;
        }

        if (PlainText.Fits(text))
            _builder.Append(text);
        else
            WriteQuoted(text);
        if (!isKey)
            _builder.Append('\n');
    }

    private void WriteQuoted(string text)
    {
        _builder.Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                _builder.Append('\\').Append(c);
            else if (c == '\n')
                _builder.Append("\\n");
            else if (c == '\t')
                _builder.Append("\\t");
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF')
                _builder.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else
                _builder.Append(c);
        }

        _builder.Append('"');
    }
}
