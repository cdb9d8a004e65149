using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Prompts;

namespace Quire.Core.Mlflow;

/// <summary>Which tags can change, and what they are to Quire.</summary>
internal static class MlflowTagRules
{
    private const int MaxKey = 250;

    /// <summary>Refuses a tag that a prompt cannot have.</summary>
    /// <exception cref="QuireException"><c>invalid_tag</c>.</exception>
    public static void CheckPrompt(string key, string? value)
    {
        CheckKey(key);
        if (key == MlflowKeys.IsPrompt && value != "true")
            throw Refuse(key, "everything here is a prompt");
    }

    /// <summary>Refuses a tag that a version cannot have, or that belongs to its content.</summary>
    /// <exception cref="QuireException"><c>invalid_tag</c>.</exception>
    public static void CheckVersion(string key, string? value)
    {
        CheckPrompt(key, value);
        if (key is MlflowKeys.Text or MlflowKeys.Type or MlflowKeys.ResponseFormat)
            throw Refuse(key, "the content of a version never changes; register another version");
    }

    /// <summary>The moves that set or remove a tag of a prompt. A tag without a value is one of Quire's words, and goes with the word.</summary>
    public static IReadOnlyList<Move> OfPrompt(string path, string key, string? value)
    {
        if (key == MlflowKeys.IsPrompt)
            return [];
        var entry = new AnnotationEntriesMove(path, 0, AnnotationKeys.Properties, new Dictionary<string, string?> { [key] = value });
        return value is null ? [entry, new TagsMove(path, [], [key])] : [entry];
    }

    /// <summary>The moves that set or remove a tag of a version. The model settings are an annotation of their own, beside which no tag of that name stands.</summary>
    public static IReadOnlyList<Move> OfVersion(ResolvedPrompt version, string key, string? value)
    {
        if (key == MlflowKeys.IsPrompt)
            return [];
        var number = version.Version!.Number;
        if (key != MlflowKeys.ModelConfig)
            return [Entry(version.Path, number, key, value)];
        var settings = value is null ? null : MlflowTags.Settings(value);
        // Without settings of its own a version would show those of its file again.
        var model = settings is { } known ? known.GetRawText() : version.Content.File?.Model is not null || version.Content.File?.ModelParameters is not null ? "{}" : null;
        return [new AnnotationMove(version.Path, number, AnnotationKeys.Model, model), Entry(version.Path, number, key, settings is null ? value : null)];
    }

    private static AnnotationEntriesMove Entry(string path, long number, string key, string? value) =>
        new(path, number, AnnotationKeys.VersionTags, new Dictionary<string, string?> { [key] = value });

    private static void CheckKey(string key)
    {
        if (key.Length is 0 or > MaxKey)
            throw new QuireException(ErrorKind.Invalid, "invalid_tag", $"A tag's key has 1 to {MaxKey} characters.");
    }

    private static QuireException Refuse(string key, string reason) => new(ErrorKind.Invalid, "invalid_tag", $"The tag '{key}' cannot change: {reason}.");
}
