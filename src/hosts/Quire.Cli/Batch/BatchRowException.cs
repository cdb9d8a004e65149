using System.Text.Json;

namespace Quire.Cli.Batch;

/// <summary>A row of a batch that cannot be carried out; it is answered with this.</summary>
/// <param name="code">The stable code, <c>QB1xxx</c>, listed in docs/cli.md.</param>
/// <param name="message">One sentence that names the thing and the reason.</param>
/// <param name="hint">The way out, or null.</param>
internal sealed class BatchRowException(string code, string message, string? hint = null) : Exception(message)
{
    /// <summary>The stable code.</summary>
    public string Code => code;

    /// <summary>The way out, or null.</summary>
    public string? Hint => hint;

    /// <summary>A member of another kind than wanted.</summary>
    public static BatchRowException Wrong(string name, string wanted, JsonValueKind found) =>
        new("QB1002", $"'{name}' must be {wanted}, but is {Words(found)}.");

    private static string Words(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };
}
