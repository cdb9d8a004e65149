using System.Diagnostics.CodeAnalysis;

namespace Quire.Prompts.Names;

/// <summary>
/// The path of a prompt or set inside its project, for example <c>support/answer</c>. Segments have 1 to 100 characters
/// (Unicode letters, decimal digits and <c> -_.+()[]'</c>), do not begin with a dot, do not end in a space or dot, are no
/// device names of Windows and stand in Unicode's composed form. Equality is exact; <see cref="FoldedKey"/> ignores case.
/// </summary>
public sealed class PromptPath : IEquatable<PromptPath>
{
    /// <summary>The longest path, in UTF-16 units.</summary>
    public const int MaxLength = 400;

    /// <summary>The longest segment, in characters (code points).</summary>
    public const int MaxSegmentLength = PathGrammar.MaxSegment;

    private PromptPath(string value)
    {
        Value = value;
        FoldedKey = CaseFolding.Fold(value);
    }

    /// <summary>The path as written.</summary>
    public string Value { get; }

    /// <summary>The key under which a tree may hold only one prompt, whatever the case.</summary>
    public string FoldedKey { get; }

    /// <summary>The last segment.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The path without its last segment; empty at the top.</summary>
    public string Folder => Value.LastIndexOf('/') is var slash and >= 0 ? Value[..slash] : "";

    /// <summary>The segments, first to last.</summary>
    public IReadOnlyList<string> Segments => Value.Split('/');

    /// <summary>Reads a prompt's path. File names (<c>x.prompt.md</c>, <c>quire.json</c>) are refused: a prompt's name has no such ending.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PromptPath? path, [NotNullWhen(false)] out NameError? error)
    {
        error = CheckGrammar(text) ?? CheckPromptName(text!);
        path = error is null ? new(text!) : null;
        return error is null;
    }

    /// <summary>Reads a prompt's path or throws.</summary>
    /// <exception cref="FormatException">The text is outside the grammar.</exception>
    public static PromptPath Parse(string text) =>
        TryParse(text, out var path, out var error) ? path : throw new FormatException(error.ToString());

    /// <summary>Checks any path of a tree against the segment grammar; null when it holds.</summary>
    public static NameError? CheckGrammar(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new(NameCodes.Empty, "The path is empty.", "write `folder/name`");
        if (text.Length > MaxLength)
            return new(NameCodes.TooLong, $"The path `{SafeText.Of(text)}` is longer than {MaxLength} characters.", "shorten a folder's name");
        foreach (var range in text.AsSpan().Split('/'))
        {
            if (PathGrammar.CheckSegment(text.AsSpan(range), text) is { } error)
                return error;
        }

        return null;
    }

    private static NameError? CheckPromptName(string text)
    {
        if (PromptFileName.Split(text) is var (name, _) and not (null, _))
            return new(NameCodes.FileName, $"`{SafeText.Of(text)}` is a file's name, not a prompt's.", $"the prompt is called `{SafeText.Of(name!)}`");
        return PromptFileName.IsSetFile(text)
            ? new(NameCodes.Reserved, $"`{SafeText.Of(text)}` belongs to the prompt set.", "edit the set instead")
            : null;
    }

    /// <inheritdoc/>
    public bool Equals(PromptPath? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PromptPath);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The path as written.</summary>
    public override string ToString() => Value;
}
