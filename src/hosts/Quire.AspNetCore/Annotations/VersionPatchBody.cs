using System.Text.Json;
using Quire.Core.Changes;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Annotations;

/// <summary>What changes beside the text of a version. What is absent stays as it is.</summary>
internal sealed record VersionPatchBody
{
    /// <summary>The model settings, any JSON, in place of those of the file.</summary>
    public JsonElement? Model { get; init; }

    /// <summary>The version's own tags that change, by key; null removes one.</summary>
    public IReadOnlyDictionary<string, string?>? Tags { get; init; }

    /// <summary><c>true</c> deletes the version, <c>false</c> brings it back; its aliases stay gone.</summary>
    public bool? Deleted { get; init; }

    /// <summary>What is taken away: <c>model</c> gives back the settings of the file, <c>tags</c> removes all of the version's own tags.</summary>
    public IReadOnlyList<string>? Clear { get; init; }

    /// <summary>The moves.</summary>
    /// <exception cref="QuireException"><c>invalid_annotation</c>.</exception>
    public IReadOnlyList<Move> ToMoves(string path, long number)
    {
        var clears = ClearList.Read(Clear, "model", "tags");
        var moves = clears.Select(Move (word) => new AnnotationMove(path, number, word == "model" ? AnnotationKeys.Model : AnnotationKeys.VersionTags, null)).ToList();
        if (Model is { } model)
            moves.Add(new AnnotationMove(path, number, AnnotationKeys.Model, model.GetRawText()));
        if (Tags is not null)
            moves.Add(new AnnotationEntriesMove(path, number, AnnotationKeys.VersionTags, Tags));
        if (Deleted is { } deleted)
            moves.Add(new AnnotationMove(path, number, AnnotationKeys.Tombstone, deleted ? "true" : null));
        return moves.Count > 0 ? moves : throw ClearList.Refuse("The body changes nothing.", "Give model, tags, deleted or clear.");
    }
}
