using System.Text.Json;

namespace Quire.Testing.Validation;

/// <summary>A finding as a door told it.</summary>
public sealed record SeenFinding(string Code, string Severity, string Message, string? Hint, int Line, int Column, int Length)
{
    /// <summary>Reads a finding of REST or of the terminal.</summary>
    public static SeenFinding Of(JsonElement json) =>
        new(json.GetProperty("code").GetString()!, json.GetProperty("severity").GetString()!, json.GetProperty("message").GetString()!, Text(json, "hint"), Number(json, "line"), Number(json, "column"), Number(json, "length"));

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt32() : 0;
}
