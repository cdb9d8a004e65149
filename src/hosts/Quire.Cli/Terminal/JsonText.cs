using System.Text;
using System.Text.Json;
using Quire.Templating.Values;

namespace Quire.Cli.Terminal;

/// <summary>Small things about JSON.</summary>
internal static class JsonText
{
    /// <summary>A text as a JSON element.</summary>
    public static JsonElement Of(string text)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            writer.WriteStringValue(text);
        return JsonDocument.Parse(Encoding.UTF8.GetString(buffer.ToArray())).RootElement;
    }

    /// <summary>Writes values by name as the object <paramref name="member"/>.</summary>
    public static void WriteObject(Utf8JsonWriter writer, string member, IEnumerable<KeyValuePair<string, JsonElement>> values)
    {
        writer.WriteStartObject(member);
        foreach (var (name, value) in values)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
        writer.WriteEndObject();
    }

    /// <summary>The values by name as templates see them.</summary>
    public static Value ToValue(IReadOnlyDictionary<string, JsonElement> values) =>
        Value.Map(values.Select(pair => KeyValuePair.Create(pair.Key, Value.FromJson(pair.Value))));

    /// <summary>What the parser says, without the place that it appends in a form for programmers.</summary>
    public static string Reason(JsonException error)
    {
        var end = error.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        if (end < 0)
            end = error.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        var reason = (end < 0 ? error.Message : error.Message[..end]).TrimEnd('.');
        return error.LineNumber is { } line ? $"{reason} (line {line + 1}, byte {error.BytePositionInLine + 1})" : reason;
    }
}
