namespace Quire.Cli.Import;

/// <summary>What columns and members are called.</summary>
internal static class RowText
{
    /// <summary>Names of the path.</summary>
    public static readonly string[] Path = ["path", "name"];

    /// <summary>Names of the text or the messages.</summary>
    public static readonly string[] Text = ["text", "prompt", "template", "messages"];

    /// <summary>Splits words as tables write them.</summary>
    public static IReadOnlyList<string> Words(string? cell) =>
        cell?.Split([',', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
