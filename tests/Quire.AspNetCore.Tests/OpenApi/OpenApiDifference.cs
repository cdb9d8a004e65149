using System.Text.Json;

namespace Quire.AspNetCore.Tests.OpenApi;

/// <summary>Finds what a newer document takes away from clients of an older one.</summary>
internal static class OpenApiDifference
{
    private const int MaxDepth = 12;

    /// <summary>One sentence per break; none where every client of the old document can use the new server.</summary>
    public static IReadOnlyList<string> Breaks(JsonElement old, JsonElement current)
    {
        var breaks = new List<string>();
        foreach (var path in old.GetProperty("paths").EnumerateObject())
        {
            if (!current.GetProperty("paths").TryGetProperty(path.Name, out var now))
                breaks.Add($"The path {path.Name} is gone.");
            else
                ComparePath(path.Name, path.Value, now, (old, current), breaks);
        }
        return breaks;
    }

    private static void ComparePath(string path, JsonElement old, JsonElement current, (JsonElement Old, JsonElement Current) documents, List<string> breaks)
    {
        foreach (var operation in old.EnumerateObject())
        {
            var what = $"{operation.Name} {path}";
            if (!current.TryGetProperty(operation.Name, out var now))
            {
                breaks.Add($"The operation {what} is gone.");
                continue;
            }
            if (operation.Value.GetProperty("operationId").GetString() != now.GetProperty("operationId").GetString())
                breaks.Add($"{what} has another operationId.");
            CompareParameters(what, operation.Value, now, breaks);
            CompareBodies(what, operation.Value, now, documents, breaks);
            CompareAnswers(what, operation.Value, now, documents, breaks);
        }
    }

    private static void CompareParameters(string what, JsonElement old, JsonElement current, List<string> breaks)
    {
        var (before, after) = (Parameters(old), Parameters(current));
        breaks.AddRange(before.Keys.Except(after.Keys).Select(name => $"{what} no longer takes the parameter {name}."));
        breaks.AddRange(after.Where(parameter => parameter.Value && !before.GetValueOrDefault(parameter.Key)).Select(parameter => $"{what} now demands the parameter {parameter.Key}."));
    }

    private static Dictionary<string, bool> Parameters(JsonElement operation) => !operation.TryGetProperty("parameters", out var parameters) ? [] : parameters.EnumerateArray()
        .ToDictionary(parameter => $"{parameter.GetProperty("in").GetString()}:{parameter.GetProperty("name").GetString()}", parameter => parameter.TryGetProperty("required", out var required) && required.GetBoolean());

    // A request may not have to say more, nor be allowed to say less.
    private static void CompareBodies(string what, JsonElement old, JsonElement current, (JsonElement Old, JsonElement Current) documents, List<string> breaks)
    {
        if (!old.TryGetProperty("requestBody", out var before))
        {
            if (current.TryGetProperty("requestBody", out var added) && added.TryGetProperty("required", out var required) && required.GetBoolean())
                breaks.Add($"{what} now demands a body.");
            return;
        }
        if (!current.TryGetProperty("requestBody", out var after))
            breaks.Add($"{what} no longer takes a body.");
        else
            CompareContents($"the body of {what}", before, after, documents, isRequest: true, breaks);
    }

    private static void CompareAnswers(string what, JsonElement old, JsonElement current, (JsonElement Old, JsonElement Current) documents, List<string> breaks)
    {
        foreach (var answer in old.GetProperty("responses").EnumerateObject().Where(answer => answer.Name.StartsWith('2')))
        {
            if (!current.GetProperty("responses").TryGetProperty(answer.Name, out var now))
                breaks.Add($"{what} no longer answers {answer.Name}.");
            else
                CompareContents($"the answer {answer.Name} of {what}", answer.Value, now, documents, isRequest: false, breaks);
        }
    }

    private static void CompareContents(string what, JsonElement old, JsonElement current, (JsonElement Old, JsonElement Current) documents, bool isRequest, List<string> breaks)
    {
        if (!old.TryGetProperty("content", out var before))
            return;
        foreach (var content in before.EnumerateObject())
        {
            if (!current.TryGetProperty("content", out var after) || !after.TryGetProperty(content.Name, out var now))
                breaks.Add($"{what} is no longer {content.Name}.");
            else if (content.Value.TryGetProperty("schema", out var schema) && now.TryGetProperty("schema", out var newSchema))
                CompareSchemas(what, schema, newSchema, documents, isRequest, breaks, 0);
        }
    }

    private static void CompareSchemas(string what, JsonElement old, JsonElement current, (JsonElement Old, JsonElement Current) documents, bool isRequest, List<string> breaks, int depth)
    {
        if (depth > MaxDepth)
            return;
        (old, current) = (Resolve(old, documents.Old), Resolve(current, documents.Current));
        if (Text(old, "type") is { } type && Text(current, "type") is { } now && type != now)
            breaks.Add($"{what} changed its type from {type} to {now}.");
        if (old.TryGetProperty("items", out var items) && current.TryGetProperty("items", out var newItems))
            CompareSchemas($"{what}[]", items, newItems, documents, isRequest, breaks, depth + 1);
        CompareRequired(what, old, current, isRequest, breaks);
        if (!old.TryGetProperty("properties", out var properties))
            return;
        foreach (var property in properties.EnumerateObject())
        {
            if (!current.TryGetProperty("properties", out var newProperties) || !newProperties.TryGetProperty(property.Name, out var newProperty))
                breaks.Add($"{what}.{property.Name} is gone.");
            else
                CompareSchemas($"{what}.{property.Name}", property.Value, newProperty, documents, isRequest, breaks, depth + 1);
        }
    }

    private static void CompareRequired(string what, JsonElement old, JsonElement current, bool isRequest, List<string> breaks)
    {
        var (before, after) = (Required(old), Required(current));
        breaks.AddRange(isRequest
            ? after.Except(before).Select(name => $"{what}.{name} is now required.")
            : before.Except(after).Select(name => $"{what}.{name} may now be absent."));
    }

    private static HashSet<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(name => name.GetString()!)] : [];

    private static JsonElement Resolve(JsonElement schema, JsonElement document)
    {
        while (schema.TryGetProperty("$ref", out var reference))
            schema = reference.GetString()![2..].Split('/').Aggregate(document, (place, step) => place.GetProperty(step.Replace("~1", "/").Replace("~0", "~")));
        return schema;
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
