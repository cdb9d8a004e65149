using System.Text.Json;
using Quire.AspNetCore.Answers;
using Quire.Core.Changes;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Annotations;

/// <summary>What changes beside the text of a prompt. What is absent stays as it is.</summary>
internal record PromptPatchBody
{
    /// <summary>All its tags, in place of those that it has.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Tags to add to those that it has.</summary>
    public IReadOnlyList<string>? AddTags { get; init; }

    /// <summary>Tags to take from those that it has.</summary>
    public IReadOnlyList<string>? RemoveTags { get; init; }

    /// <summary>The category.</summary>
    public string? Category { get; init; }

    /// <summary>What is given back to the front matter of the latest version: <c>tags</c>, <c>category</c>.</summary>
    public IReadOnlyList<string>? Clear { get; init; }

    /// <summary>The moves for one prompt.</summary>
    /// <exception cref="QuireException"><c>invalid_annotation</c>.</exception>
    public IReadOnlyList<Move> ToMoves(string path)
    {
        var clears = ClearList.Read(Clear, AnnotationKeys.Tags, AnnotationKeys.Category);
        var (edits, sets) = (AddTags is not null || RemoveTags is not null, Tags is not null);
        if ((edits && sets) || (clears.Contains(AnnotationKeys.Tags) && (edits || sets)) || (clears.Contains(AnnotationKeys.Category) && Category is not null))
            throw ClearList.Refuse("The tags or the category are changed in two ways at once.", "Give tags, or addTags and removeTags, or clear.");
        var moves = clears.Select(Move (key) => new AnnotationMove(path, 0, key, null)).ToList();
        if (sets)
            moves.Add(new AnnotationMove(path, 0, AnnotationKeys.Tags, JsonSerializer.Serialize(Tags!.Distinct(StringComparer.Ordinal).ToList(), QuireJson.Api.ListString)));
        if (edits)
            moves.Add(new TagsMove(path, AddTags ?? [], RemoveTags ?? []));
        if (Category is not null)
            moves.Add(new AnnotationMove(path, 0, AnnotationKeys.Category, JsonSerializer.Serialize(Category, QuireJson.Api.String)));
        return moves.Count > 0 ? moves : throw ClearList.Refuse("The body changes nothing.", "Give tags, addTags, removeTags, category or clear.");
    }
}
