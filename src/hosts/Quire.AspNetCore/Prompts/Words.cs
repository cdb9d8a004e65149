namespace Quire.AspNetCore.Prompts;

/// <summary>Names of kinds as answers write them.</summary>
internal static class Words
{
    /// <summary>The name in lower case.</summary>
#pragma warning disable CA1308 // Names of this kind are lower case wherever Quire shows them.
    public static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
