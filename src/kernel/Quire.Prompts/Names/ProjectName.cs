using System.Diagnostics.CodeAnalysis;

namespace Quire.Prompts.Names;

/// <summary>The name of a project or prompt set: 1 to 64 of <c>a-z 0-9 - _ .</c>, letter or digit at both ends.</summary>
public sealed record ProjectName
{
    private ProjectName(string value) => Value = value;

    /// <summary>The name as written.</summary>
    public string Value { get; }

    /// <summary>Reads a name.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ProjectName? name, [NotNullWhen(false)] out NameError? error)
    {
        error = SlugGrammar.Check(text, "project");
        name = error is null ? new(text!) : null;
        return error is null;
    }

    /// <summary>Reads a name or throws.</summary>
    /// <exception cref="FormatException">The text is outside the grammar.</exception>
    public static ProjectName Parse(string text) =>
        TryParse(text, out var name, out var error) ? name : throw new FormatException(error.ToString());

    /// <summary>The name as written.</summary>
    public override string ToString() => Value;
}
