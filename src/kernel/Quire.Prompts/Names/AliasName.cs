using System.Diagnostics.CodeAnalysis;

namespace Quire.Prompts.Names;

/// <summary>The movable name of a version, for example <c>production</c>: 1 to 36 of <c>a-z 0-9 _ . -</c>, not digits alone, not <c>latest</c>.</summary>
public sealed record AliasName
{
    private AliasName(string value) => Value = value;

    /// <summary>The name as written.</summary>
    public string Value { get; }

    /// <summary>Reads a name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out AliasName? name, [NotNullWhen(false)] out NameError? error)
    {
        error = Check(text);
        name = error is null ? new(text!) : null;
        return error is null;
    }

    /// <summary>Reads a name or throws.</summary>
    /// <exception cref="FormatException">The text is outside the grammar.</exception>
    public static AliasName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error.ToString());

    /// <summary>The name as written.</summary>
    public override string ToString() => Value;

    /// <summary>The longest alias.</summary>
    public const int MaxLength = 36;

    /// <summary>The automatic name that nobody may set.</summary>
    public const string Latest = "latest";

    private static NameError? Check(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new(NameCodes.Empty, "The alias is empty.", "write a name such as `production`");
        if (text.Length > MaxLength)
            return new(NameCodes.TooLong, $"The alias `{SafeText.Of(text)}` is longer than {MaxLength} characters.", "shorten it");
        if (!text.All(IsAllowed))
            return new(NameCodes.BadCharacter, $"The alias `{SafeText.Of(text)}` contains a character outside a-z, 0-9, `_`, `.`, `-`.", Suggestion(text));
        if (text.All(char.IsAsciiDigit))
            return new(NameCodes.DigitsOnly, $"The alias `{text}` consists of digits only and would read as a version number.", $"did you mean `v{text}`?");
        return text == Latest
            ? new(NameCodes.Reserved, "The alias `latest` is automatic.", "it follows the highest version by itself; choose another name")
            : null;
    }

    private static string? Suggestion(string text)
    {
        var lower = text.ToLowerInvariant().Replace(' ', '-');
        return lower.All(IsAllowed) ? $"did you mean `{lower}`?" : null;
    }

    private static bool IsAllowed(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '.' or '-';
}
