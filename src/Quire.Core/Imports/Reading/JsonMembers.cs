using System.Globalization;
using System.Text.Json;

namespace Quire.Core.Imports.Reading;

/// <summary>Reads members of JSON that others wrote.</summary>
internal static class JsonMembers
{
    /// <summary>The member, where it is there and not null.</summary>
    public static JsonElement? Member(this JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>The first of several members that is there.</summary>
    public static JsonElement? Member(this JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (item.Member(name) is { } found)
                return found;
        }
        return null;
    }

    /// <summary>The member as a text; null where it is absent.</summary>
    /// <exception cref="ItemRefusedException">It is no text.</exception>
    public static string? Text(this JsonElement item, string name) => item.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => Decode(text),
        _ => throw new ItemRefusedException($"'{name}' is no text.", "Write it in quotes."),
    };

    /// <summary>The member as a number from 1, also where it is written as a text; null where it is absent.</summary>
    /// <exception cref="ItemRefusedException">It is no such number.</exception>
    public static long? Number(this JsonElement item, string name)
    {
        if (item.Member(name) is not { } value)
            return null;
        return Number(name, value.ValueKind == JsonValueKind.String ? Decode(value) : value.GetRawText());
    }

    /// <summary>A text as a number from 1.</summary>
    /// <exception cref="ItemRefusedException">It is no such number.</exception>
    public static long Number(string name, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ItemRefusedException($"'{name}' is no number from 1.", "Number the versions 1, 2, 3, or leave it out.");

    /// <summary>The member as words: a list of texts, or one text that lists them; null where it is absent.</summary>
    /// <exception cref="ItemRefusedException">It is neither.</exception>
    public static IReadOnlyList<string>? Words(this JsonElement item, string name) => item.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => PromptRow.Words(Decode(text)),
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(word => word.ValueKind == JsonValueKind.String ? Decode(word) : throw new ItemRefusedException($"'{name}' holds something that is no text.", "Write every one in quotes."))],
        _ => throw new ItemRefusedException($"'{name}' is no list of texts.", "Write [\"one\", \"two\"]."),
    };

    /// <summary>The list, or nothing where it is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement item, string name) =>
        item.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>A text that is there.</summary>
    /// <exception cref="ItemRefusedException">It holds half a surrogate.</exception>
    public static string Decode(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new ItemRefusedException("a text is not valid Unicode.", "Replace the half of a surrogate pair in it.");
        }
    }
}
