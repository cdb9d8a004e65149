using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Quire.Prompts.Names;

/// <summary>
/// The short name of a branch or tag (<c>main</c>, <c>feature/tone</c>), by the rules of <c>git check-ref-format --branch</c>,
/// at most 200 bytes of UTF-8. The part after <c>refs/heads/</c> or <c>refs/tags/</c>.
/// </summary>
public sealed record RefName
{
    /// <summary>The longest name, in bytes of UTF-8.</summary>
    public const int MaxBytes = 200;

    private RefName(string value) => Value = value;

    /// <summary>The name as written.</summary>
    public string Value { get; }

    /// <summary>Reads a branch's or tag's name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RefName? name, [NotNullWhen(false)] out NameError? error)
    {
        error = Check(text);
        name = error is null ? new(text!) : null;
        return error is null;
    }

    /// <summary>Reads a branch's or tag's name or throws.</summary>
    /// <exception cref="FormatException">Git would refuse the name.</exception>
    public static RefName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error.ToString());

    private static NameError? Check(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new(NameCodes.Empty, "The branch or tag has no name.", "write a name such as `main`");
        if (text.Length > MaxBytes || Encoding.UTF8.GetByteCount(text) > MaxBytes)
            return new(NameCodes.TooLong, $"The name `{SafeText.Of(text)}` is longer than {MaxBytes} bytes.", "shorten it");
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsForbidden(rune))
                return Refused(text, $"contains {SafeText.Of(rune)}");
        }

        return CheckShape(text) is { } reason ? Refused(text, reason) : null;
    }

    private static bool IsForbidden(Rune rune) =>
        rune.Value is < 0x20 or 0x7F or 0xFFFD or ' ' or '~' or '^' or ':' or '?' or '*' or '[' or '\\';

    private static string? CheckShape(string text)
    {
        if (text is "@" or "HEAD")
            return "is a word that git keeps for itself";
        if (text[0] == '-')
            return "begins with `-`";
        if (text[^1] == '.')
            return "ends in a dot";
        if (text.Contains("..", StringComparison.Ordinal))
            return "contains `..`";
        return text.Contains("@{", StringComparison.Ordinal) ? "contains `@{`" : CheckComponents(text);
    }

    private static string? CheckComponents(string text)
    {
        foreach (var range in text.AsSpan().Split('/'))
        {
            var component = text.AsSpan(range);
            if (component.IsEmpty)
                return "has an empty part";
            if (component[0] == '.')
                return "has a part that begins with a dot";
            if (component.EndsWith(".lock", StringComparison.Ordinal))
                return "has a part that ends in `.lock`";
        }

        return null;
    }

    private static NameError Refused(string text, string reason) =>
        new(NameCodes.RefFormat, $"The name `{SafeText.Of(text)}` {reason}.", "git's rules for branch and tag names apply");

    /// <summary>The name as written.</summary>
    public override string ToString() => Value;
}
