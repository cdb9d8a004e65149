using System.Text.Json;
using Quire.Core.Contents;
using Quire.Core.Errors;

namespace Quire.Core.Changes.Planning;

/// <summary>Plans the change of an annotation.</summary>
internal sealed class AnnotationPlanner(PlanningContext context)
{
    /// <summary>Adds the move to the plan.</summary>
    /// <exception cref="QuireException"><c>invalid_annotation</c>, <c>prompt_not_found</c>, <c>version_not_found</c>.</exception>
    public void Plan(AnnotationMove move) => Set(Require(move.Path, move.Number, move.Key), move.Number, move.Key, move.Value);

    /// <summary>Adds the move to the plan.</summary>
    /// <exception cref="QuireException"><c>invalid_annotation</c>, <c>prompt_not_found</c>.</exception>
    public void Plan(TagsMove move)
    {
        var prompt = Require(move.Path, 0, AnnotationKeys.Tags);
        var before = Current(prompt, 0, AnnotationKeys.Tags) is { } json ? JsonSerializer.Deserialize<List<string>>(json)! : TagsOfLatest(prompt);
        var after = before.Where(tag => !move.Remove.Contains(tag)).Concat(move.Add).Distinct(StringComparer.Ordinal).ToList();
        if (!after.SequenceEqual(before, StringComparer.Ordinal))
            Set(prompt, 0, AnnotationKeys.Tags, JsonSerializer.Serialize(after));
    }

    /// <summary>Adds the move to the plan.</summary>
    /// <exception cref="QuireException"><c>invalid_annotation</c>, <c>prompt_not_found</c>, <c>version_not_found</c>.</exception>
    public void Plan(AnnotationEntriesMove move)
    {
        var number = move.Number == AnnotationEntriesMove.OfIssued ? Issued(move.Path) : move.Number;
        var prompt = Require(move.Path, number, move.Key);
        var entries = Current(prompt, number, move.Key) is { } json ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(json)! : [];
        foreach (var (key, value) in move.Entries)
        {
            if (value is null)
                entries.Remove(key);
            else
                entries[key] = value;
        }
        Set(prompt, number, move.Key, entries.Count == 0 ? null : JsonSerializer.Serialize(entries));
    }

    private long Issued(string path) => PromptLookups.Require(context, path).Added is [.., var newest]
        ? newest.Number
        : throw new QuireException(ErrorKind.NotFound, "version_not_found", $"The change issues no version of '{path}'.");

    private PromptState Require(string path, long number, string key)
    {
        var prompt = PromptLookups.Require(context, path);
        if (AnnotationKeys.IsOfVersion(key) != (number > 0))
        {
            throw new QuireException(ErrorKind.Invalid, "invalid_annotation",
                $"The annotation '{key}' belongs to {(AnnotationKeys.IsOfVersion(key) ? "a version" : "the prompt as a whole")}.");
        }
        if (number > 0)
            PromptLookups.RequireVersion(context, prompt, number);
        return prompt;
    }

    private void Set(PromptState prompt, long number, string key, string? value)
    {
        // Aliases of a deleted version go with it when it is written; whether any of them is protected is looked up now.
        if (key == AnnotationKeys.Tombstone)
            _ = context.ProtectedAliases;
        if (value is not null)
            AnnotationValues.Check(key, value);
        context.Plan.Annotations.Set((prompt, number, key), Stored(prompt, number, key), value);
    }

    // The moves of one change go on from each other; what they begin with has to be there still when they are written.
    private string? Current(PromptState prompt, long number, string key)
    {
        var stored = Stored(prompt, number, key);
        if (!prompt.IsNew)
            context.Fingerprint.Annotation(prompt.Prompt.Id, number, key, stored);
        return context.Plan.Annotations.Current((prompt, number, key), stored);
    }

    private List<string> TagsOfLatest(PromptState prompt)
    {
        if (prompt.Prompt.LatestNumber is not { } latest)
            return [];
        context.ReadRef(context.Project.DefaultBranch);
        return [.. PromptFacts.FromJson(PromptLookups.RequireVersion(context, prompt, latest).Facts).Tags];
    }

    private string? Stored(PromptState prompt, long number, string key) =>
        context.Session.Annotations.Find(context.Project.Id, prompt.Prompt.Id, number, key)?.Value;
}
