using System.Buffers;
using System.Text;
using System.Text.Json;
using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>One text per JSON value: members sorted, numbers of equal value alike.</summary>
internal static class CanonicalJson
{
    public static string Of(in Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, in Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.List:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateList())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ValueKind.Map:
                writer.WriteStartObject();
                foreach (var (key, member) in value.EnumerateMap().OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(key);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            case ValueKind.Float when value.TryGetDouble(out var number) && Math.Floor(number) == number && Math.Abs(number) < 1e15:
                writer.WriteNumberValue((long)number);
                break;
            default:
                value.ToJson(writer);
                break;
        }
    }
}
