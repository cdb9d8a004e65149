using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Quire.Templating.Values;

/// <summary>Values to JSON, for hosts. The filter <c>tojson</c> prints by its own rules.</summary>
internal static class JsonWriting
{
    public static void Write(Utf8JsonWriter writer, in Value value, int depth)
    {
        if (depth > JsonReading.MaxDepth * 4) throw new InvalidOperationException("The value nests too deep to be written as JSON.");
        switch (value.Tag)
        {
            case Tag.Bool: writer.WriteBooleanValue(value.Bits != 0); break;
            case Tag.Int: writer.WriteNumberValue(value.Bits); break;
            case Tag.Big: writer.WriteRawValue(((BigInteger)value.Ref!).ToString(CultureInfo.InvariantCulture)); break;
            case Tag.Float when double.IsFinite(value.Double): writer.WriteRawValue(PythonText.Float(value.Double)); break;
            case Tag.String or Tag.Markup: writer.WriteStringValue(value.Text); break;
            case Tag.List or Tag.Tuple: WriteList(writer, value.Items, depth); break;
            case Tag.Map: WriteMap(writer, value.Entries, depth); break;
            default: writer.WriteNullValue(); break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, ListObject list, int depth)
    {
        writer.WriteStartArray();
        foreach (ref readonly var item in list.Span) Write(writer, item, depth + 1);
        writer.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter writer, MapObject map, int depth)
    {
        writer.WriteStartObject();
        for (var i = 0; i < map.Count; i++)
        {
            writer.WritePropertyName(map.KeyAt(i).ToString());
            Write(writer, map.ValueAt(i), depth + 1);
        }
        writer.WriteEndObject();
    }
}
