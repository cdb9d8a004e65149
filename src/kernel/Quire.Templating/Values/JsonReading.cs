using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Quire.Templating.Values;

/// <summary>JSON to values. Numbers with neither fraction nor exponent are whole numbers of any size.</summary>
internal static class JsonReading
{
    public const int MaxDepth = 128;
    private const int MaxDigits = 4300;

    public static Value Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var value = Read(ref reader);
            if (reader.Read()) throw new JsonException("There is more text after the value.");
            return value;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A text in the JSON is not valid Unicode.", e);
        }
    }

    public static Value Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(element),
        JsonValueKind.Array => ReadArray(element),
        JsonValueKind.String => Value.String(element.GetString()),
        JsonValueKind.Number => ParseNumber(element.GetRawText()),
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Null => Value.None,
        _ => Value.Undefined,
    };

    private static Value ReadObject(JsonElement element)
    {
        var map = new MapObject(element.GetPropertyCount());
        foreach (var property in element.EnumerateObject()) map.Set(property.Name, Read(property.Value));
        map.IsFrozen = true;
        return Value.Of(map);
    }

    private static Value ReadArray(JsonElement element)
    {
        var items = new Value[element.GetArrayLength()];
        var i = 0;
        foreach (var item in element.EnumerateArray()) items[i++] = Read(item);
        return Value.Of(new ListObject(items, i) { IsFrozen = true });
    }

    private static Value Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: return ReadObject(ref reader);
            case JsonTokenType.StartArray: return ReadArray(ref reader);
            case JsonTokenType.String: return Value.String(reader.GetString());
            case JsonTokenType.True: return Value.True;
            case JsonTokenType.False: return Value.False;
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var number) && !reader.ValueSpan.ContainsAny((byte)'.', (byte)'e', (byte)'E')
                    ? Value.Number(number)
                    : ParseNumber(System.Text.Encoding.ASCII.GetString(reader.ValueSpan));
            default: return Value.None;
        }
    }

    private static Value ReadObject(ref Utf8JsonReader reader)
    {
        var map = new MapObject(4);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            reader.Read();
            map.Set(key, Read(ref reader));
        }
        map.IsFrozen = true;
        return Value.Of(map);
    }

    private static Value ReadArray(ref Utf8JsonReader reader)
    {
        var list = new List<Value>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Add(Read(ref reader));
        return Value.List(list);
    }

    private static Value ParseNumber(string text)
    {
        if (text.AsSpan().ContainsAny('.', 'e', 'E')) return Value.Number(double.Parse(text, CultureInfo.InvariantCulture));
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return Value.Number(number);
        if (text.Length > MaxDigits) throw new JsonException($"A number has more than {MaxDigits} digits.");
        return Value.Number(BigInteger.Parse(text, CultureInfo.InvariantCulture));
    }
}
