namespace Quire.Core.Langfuse;

/// <summary>A place in a prompt's text where Langfuse puts another prompt: <c>@@@langfusePrompt:name=NAME|version=N@@@</c> or <c>…|label=LABEL@@@</c>.</summary>
/// <param name="Start">The tag's first UTF-16 unit.</param>
/// <param name="Length">The tag's length in UTF-16 units.</param>
/// <param name="Name">The prompt's name.</param>
/// <param name="Version">Its version; null where a label is given.</param>
/// <param name="Label">Its label; null where a version is given.</param>
public readonly record struct LangfuseTag(int Start, int Length, string Name, long? Version, string? Label)
{
    private const char Separator = '|';

    /// <summary>The tag as facts keep it: <c>NAME|version=N</c> or <c>NAME|label=LABEL</c>.</summary>
    internal string Key => Version is { } version ? $"{Name}|version={version}" : $"{Name}|label={Label}";

    /// <summary>The tag as messages show it.</summary>
    internal string Shown => Version is { } version ? $"{Name} - version {version}" : $"{Name} - label {Label}";

    /// <summary>Reads what stands between the tag's ends; null where that is no tag, which is then plain text.</summary>
    internal static LangfuseTag? Read(ReadOnlySpan<char> inner, int start, int length)
    {
        if (!inner.StartsWith("name=") || inner.Count(Separator) != 1)
            return null;
        var separator = inner.IndexOf(Separator);
        var name = Value(inner[..separator]);
        var (key, value) = Pair(inner[(separator + 1)..]);
        if (name.Length == 0)
            return null;
        return key switch
        {
            "version" => OfVersion(start, length, name, value),
            "label" => new LangfuseTag(start, length, name, null, value),
            _ => null,
        };
    }

    private static LangfuseTag? OfVersion(int start, int length, string name, string value) =>
        long.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new LangfuseTag(start, length, name, number, null)
            : null;

    private static string Value(ReadOnlySpan<char> part) => Pair(part).Value;

    // What follows a second '=' is dropped, as Langfuse does.
    private static (string Key, string Value) Pair(ReadOnlySpan<char> part)
    {
        var equals = part.IndexOf('=');
        if (equals < 0)
            return ("", "");
        var rest = part[(equals + 1)..];
        var end = rest.IndexOf('=');
        return (part[..equals].ToString(), (end < 0 ? rest : rest[..end]).ToString());
    }
}
