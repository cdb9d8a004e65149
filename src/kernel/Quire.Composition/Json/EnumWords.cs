using System.Collections.Frozen;
using System.Text.Json;

namespace Quire.Composition.Json;

/// <summary>The words of an enum in JSON, made once: each result writes dozens of them.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Words =
        Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    /// <summary>The word.</summary>
    public static string Of(T value) => Words[value];
}
