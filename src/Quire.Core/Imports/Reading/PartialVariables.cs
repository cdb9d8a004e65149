using System.Text.Json;
using Quire.Core.Langfuse;

namespace Quire.Core.Imports.Reading;

/// <summary>Reads LangChain's partial variables: values that hold where the caller names none, which are defaults here.</summary>
internal static class PartialVariables
{
    /// <summary>The schema with the defaults; null where there are none.</summary>
    /// <param name="prompt">The members of the prompt.</param>
    /// <param name="messages">Its messages: an empty list for a placeholder says that it may be left out, as it may here.</param>
    /// <exception cref="ItemRefusedException">A value is none that can be a default.</exception>
    public static JsonElement? Read(JsonElement prompt, IReadOnlyList<LangfuseMessage> messages)
    {
        var defaults = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in prompt.Member("partial_variables") is { ValueKind: JsonValueKind.Object } partials ? partials.EnumerateObject().Select(member => (member.Name, member.Value)) : [])
        {
            if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0 && messages.Any(message => message.Placeholder == name))
                continue;
            if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False))
                throw new ItemRefusedException($"the partial variable '{name}' holds something other than a text or a number.", "Write its value into the text.");
            defaults[name] = new Dictionary<string, JsonElement> { ["default"] = value };
        }
        return defaults.Count == 0 ? null : JsonSerializer.SerializeToElement(new Dictionary<string, object> { ["type"] = "object", ["properties"] = defaults });
    }
}
