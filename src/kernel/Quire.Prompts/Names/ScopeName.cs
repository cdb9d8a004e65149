using System.Diagnostics.CodeAnalysis;

namespace Quire.Prompts.Names;

/// <summary>The scope of a contribution, for example the customer <c>acme</c>: 1 to 100 of <c>A-Z a-z 0-9 - _ . : @</c>, letter or digit first. Compared exactly.</summary>
public sealed record ScopeName
{
    private ScopeName(string value) => Value = value;

    /// <summary>The name as written.</summary>
    public string Value { get; }

    /// <summary>Reads a name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ScopeName? name, [NotNullWhen(false)] out NameError? error)
    {
        error = Check(text);
        name = error is null ? new(text!) : null;
        return error is null;
    }

    /// <summary>Reads a name or throws.</summary>
    /// <exception cref="FormatException">The text is outside the grammar.</exception>
    public static ScopeName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error.ToString());

    /// <summary>The name as written.</summary>
    public override string ToString() => Value;

    /// <summary>The longest scope.</summary>
    public const int MaxLength = 100;

    private static NameError? Check(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new(NameCodes.Empty, "The scope is empty.", "leave the key out for a contribution that applies to every scope");
        if (text.Length > MaxLength)
            return new(NameCodes.TooLong, $"The scope `{SafeText.Of(text)}` is longer than {MaxLength} characters.", "shorten it");
        return char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '@')
            ? null
            : new(NameCodes.BadCharacter, $"The scope `{SafeText.Of(text)}` contains a character outside A-Z, a-z, 0-9, `-`, `_`, `.`, `:`, `@`, or begins with one of these marks.", "begin with a letter or digit");
    }
}
