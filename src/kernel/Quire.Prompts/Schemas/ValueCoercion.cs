using System.Buffers;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Quire.Prompts.Yaml;
using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>
/// Turns a value into a wanted type where nothing is lost: callers of command lines and query strings have only texts.
/// Applied only where the value's own type is not wanted.
/// </summary>
internal static class ValueCoercion
{
    private const int MaxJson = 1024 * 1024;

    public static SchemaTypes TypeOf(in Value value) => value.Kind switch
    {
        ValueKind.None => SchemaTypes.Null,
        ValueKind.Boolean => SchemaTypes.Boolean,
        ValueKind.Integer => SchemaTypes.Integer | SchemaTypes.Number,
        ValueKind.Float => IsWhole(value) ? SchemaTypes.Integer | SchemaTypes.Number : SchemaTypes.Number,
        ValueKind.String => SchemaTypes.String,
        ValueKind.List => SchemaTypes.Array,
        ValueKind.Map => SchemaTypes.Object,
        _ => SchemaTypes.None,
    };

    public static bool TryCoerce(in Value value, SchemaTypes wanted, out Value coerced)
    {
        coerced = value;
        return value.Kind switch
        {
            ValueKind.String => TryFromText(value, wanted, out coerced),
            ValueKind.Boolean or ValueKind.Integer or ValueKind.Float when wanted.HasFlag(SchemaTypes.String) => TryToText(value, out coerced),
            _ => false,
        };
    }

    /// <summary><c>5.0</c> where an integer is wanted becomes <c>5</c>, so that it prints as one.</summary>
    public static Value Whole(in Value value, SchemaTypes wanted) =>
        value.Kind == ValueKind.Float && wanted.HasFlag(SchemaTypes.Integer) && !wanted.HasFlag(SchemaTypes.Number) && value.TryGetDouble(out var number)
            ? Value.Number(new BigInteger(number))
            : value;

    private static bool IsWhole(in Value value) => value.TryGetDouble(out var number) && double.IsFinite(number) && Math.Floor(number) == number;

    private static bool TryFromText(in Value value, SchemaTypes wanted, out Value coerced)
    {
        value.TryGetString(out var text);
        coerced = value;
        if ((wanted & (SchemaTypes.Integer | SchemaTypes.Number)) != 0 && TryNumber(text, wanted, ref coerced))
            return true;
        if (wanted.HasFlag(SchemaTypes.Boolean) && text is "true" or "false")
        {
            coerced = Value.Bool(text == "true");
            return true;
        }

        return (wanted.HasFlag(SchemaTypes.Array) && TryJson(text, '[', ref coerced))
            || (wanted.HasFlag(SchemaTypes.Object) && TryJson(text, '{', ref coerced));
    }

    private static bool TryNumber(string text, SchemaTypes wanted, ref Value coerced)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal) || text.StartsWith("0o", StringComparison.Ordinal) || YamlScalars.ToJsonNumber(text) is not { } json)
            return false;
        var number = Value.FromJson(Encoding.UTF8.GetBytes(json));
        if ((TypeOf(number) & wanted) == 0)
            return false;
        coerced = Whole(number, wanted);
        return true;
    }

    private static bool TryJson(string text, char opening, ref Value coerced)
    {
        if (text.Length > MaxJson || !text.AsSpan().TrimStart(" \t\r\n").StartsWith([opening]))
            return false;
        try
        {
            coerced = Value.FromJson(Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryToText(in Value value, out Value coerced)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            value.ToJson(writer);
        coerced = Value.String(Encoding.UTF8.GetString(buffer.WrittenSpan));
        return true;
    }
}
