using System.Text.Json;
using Quire.Prompts.PromptFiles;
using Quire.Prompts.Schemas;

namespace Quire.Core.Diffing;

/// <summary>Compares what two versions of a prompt say, rather than their lines.</summary>
internal static class MeaningDiff
{
    /// <summary>What changed; a side that is missing or does not parse says nothing.</summary>
    public static IReadOnlyList<MeaningChange> Compute(PromptFile? old, PromptFile? @new) =>
    [
        .. Values("key", Keys(old), Keys(@new)),
        .. Values("variable", Variables(old), Variables(@new)),
        .. Demands(old?.Variables, @new?.Variables),
        .. Points(MergePoints(old), MergePoints(@new)),
        .. Values("model", Model(old), Model(@new)),
    ];

    private static IEnumerable<MeaningChange> Values(string kind, Dictionary<string, string> old, Dictionary<string, string> @new)
    {
        foreach (var name in old.Keys.Union(@new.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (before, after) = (old.GetValueOrDefault(name), @new.GetValueOrDefault(name));
            if (before != after)
                yield return new MeaningChange(kind, name, before is null ? "added" : after is null ? "removed" : "changed", before, after);
        }
    }

    // Variables that both sides declare; one that comes or goes says so itself.
    private static IEnumerable<MeaningChange> Demands(VariableSchema? old, VariableSchema? @new)
    {
        if (old is null || @new is null)
            yield break;
        foreach (var name in old.Names.Intersect(@new.Names).Order(StringComparer.Ordinal))
        {
            var isRequired = @new.Required.Contains(name);
            if (old.Required.Contains(name) != isRequired)
                yield return new MeaningChange("variable", name, isRequired ? "required" : "optional");
        }
    }

    private static IEnumerable<MeaningChange> Points(Dictionary<string, (bool Locked, string Form)> old, Dictionary<string, (bool Locked, string Form)> @new)
    {
        foreach (var name in old.Keys.Union(@new.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var was = old.TryGetValue(name, out var before);
            var stays = @new.TryGetValue(name, out var after);
            if (!was || !stays)
                yield return new MeaningChange("merge-point", name, was ? "closed" : "opened", was ? before.Form : null, stays ? after.Form : null);
            else if (before.Locked != after.Locked)
                yield return new MeaningChange("merge-point", name, after.Locked ? "locked" : "unlocked");
            if (was && stays && before.Form != after.Form)
                yield return new MeaningChange("merge-point", name, "changed", before.Form, after.Form);
        }
    }

    private static Dictionary<string, string> Keys(PromptFile? file)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        if (file is null)
            return keys;
        keys["type"] = Word(file.Type);
        keys["dialect"] = Word(file.Dialect);
        Add(keys, "description", file.Description);
        Add(keys, "name", file.Title);
        Add(keys, "category", file.Category);
        if (file.Tags.Count > 0)
            keys["tags"] = string.Join(", ", file.Tags);
        Add(keys, "extends", file.Contribution?.Extends.ToString());
        Add(keys, "layer", file.Contribution is { } contribution ? Word(contribution.Layer) : null);
        Add(keys, "scope", file.Contribution?.Scope?.ToString());
        Add(keys, "testData", Json(file.TestData));
        Add(keys, "evaluators", Json(file.Evaluators));
        foreach (var (name, value) in file.Extensions)
            keys[name] = value.GetRawText();
        return keys;
    }

    // What the schema declares, and what the templates use without declaring it.
    private static Dictionary<string, string> Variables(PromptFile? file)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        if (file is null)
            return variables;
        foreach (var name in file.Templates().SelectMany(template => template.Template.Parameters).Select(parameter => parameter.Name))
            variables[name] = "used";
        if (file.Variables is not { } schema)
            return variables;
        var declared = schema.Schema.ValueKind == JsonValueKind.Object && schema.Schema.TryGetProperty("properties", out var properties) ? properties : default;
        foreach (var name in schema.Names)
            variables[name] = declared.ValueKind == JsonValueKind.Object && declared.TryGetProperty(name, out var value) ? value.GetRawText() : "declared";
        return variables;
    }

    private static Dictionary<string, (bool Locked, string Form)> MergePoints(PromptFile? file)
    {
        var points = new Dictionary<string, (bool Locked, string Form)>(StringComparer.Ordinal);
        if (file is null)
            return points;
        foreach (var point in file.Templates().SelectMany(template => template.Template.MergePoints))
            points[point.Name] = (point.Locked, Describe(Word(point.Behavior), point.Required, point.User));
        foreach (var point in file.Messages.OfType<ChatItem.MergePoint>())
            points[point.Name] = (point.Locked, Describe(Word(point.Behavior), point.Required, point.User));
        return points;
    }

    private static Dictionary<string, string> Model(PromptFile? file)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (file is null)
            return settings;
        Flatten(settings, "model", file.Model);
        Flatten(settings, "modelParameters", file.ModelParameters);
        Add(settings, "responseFormat", Json(file.ResponseFormat));
        Add(settings, "jsonSchema", Json(file.JsonSchema));
        return settings;
    }

    private static void Flatten(Dictionary<string, string> settings, string name, JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } element)
            Add(settings, name, Json(value));
        else
        {
            foreach (var member in element.EnumerateObject())
                settings[$"{name}.{member.Name}"] = member.Value.GetRawText();
        }
    }

    private static void Add(Dictionary<string, string> values, string name, string? value)
    {
        if (value is not null)
            values[name] = value;
    }

    private static string Describe(string behavior, bool required, bool user) => $"{behavior}{(required ? ", required" : "")}{(user ? ", user" : "")}";

    private static string? Json(JsonElement? value) => value?.GetRawText();

#pragma warning disable CA1308 // Words of this kind are lower case wherever Quire shows them.
    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
