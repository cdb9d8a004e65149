using System.Text.Json;
using System.Text.RegularExpressions;
using Quire.Prompts.Names;
using Quire.Prompts.Text;
using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>
/// Compiles the subset of JSON Schema (draft 2020-12) that variables need. A keyword that restricts values but is not in the
/// subset is refused rather than ignored: a schema that looks strict must be strict.
/// </summary>
internal sealed class SchemaCompiler(JsonElement root)
{
    private const int MaxDepth = 64;
    private const int MaxPattern = 1_000;

    private static readonly string[] Known =
    [
        "type", "enum", "const", "default", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength",
        "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "items", "minProperties", "maxProperties", "properties",
        "additionalProperties", "required", "anyOf", "oneOf", "allOf", "not", "$ref", "$defs", "definitions", "description", "title",
        "examples", "format", "deprecated", "readOnly", "writeOnly", "$schema", "$id", "$comment",
    ];

    private static readonly string[] Unsupported =
    [
        "if", "then", "else", "patternProperties", "propertyNames", "contains", "minContains", "maxContains", "prefixItems",
        "dependentRequired", "dependentSchemas", "dependencies", "unevaluatedItems", "unevaluatedProperties", "additionalItems",
        "$dynamicRef", "$dynamicAnchor", "$anchor", "$recursiveRef",
    ];

    private static readonly Dictionary<string, SchemaTypes> TypeNames = new()
    {
        ["null"] = SchemaTypes.Null,
        ["boolean"] = SchemaTypes.Boolean,
        ["integer"] = SchemaTypes.Integer,
        ["number"] = SchemaTypes.Number,
        ["string"] = SchemaTypes.String,
        ["array"] = SchemaTypes.Array,
        ["object"] = SchemaTypes.Object,
    };

    private readonly Dictionary<string, SchemaNode> _references = new(StringComparer.Ordinal);

    public SchemaNode Compile() => Compile(root, "", 0);

    private SchemaNode Compile(JsonElement schema, string path, int depth)
    {
        if (depth > MaxDepth)
            throw Problem(path, $"it nests deeper than {MaxDepth}", "make it flatter");
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return new() { Never = schema.ValueKind == JsonValueKind.False };
        if (schema.ValueKind != JsonValueKind.Object)
            throw Problem(path, "a schema is an object or a boolean", "for example `{ type: string }`");
        var node = new SchemaNode();
        Fill(node, schema, path, depth);
        return node;
    }

    private void Fill(SchemaNode node, JsonElement schema, string path, int depth)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var (name, value, place) = (keyword.Name, keyword.Value, $"{path}/{Escape(keyword.Name)}");
            if (!Known.Contains(name) && !name.StartsWith("x-", StringComparison.Ordinal))
                throw Unknown(place, name);
            if (!FillScalar(node, name, value, place))
                FillNested(node, name, value, place, depth);
        }
    }

    private static SchemaException Unknown(string place, string name) => Unsupported.Contains(name)
        ? Problem(place, $"the keyword `{name}` is not supported for variables", "express it with `anyOf`, `enum` or `pattern`")
        : Problem(place, $"the keyword `{SafeText.Of(name)}` is not known", DidYouMean.Hint(name, Known) ?? "keywords of your own begin with `x-`");

    private static bool FillScalar(SchemaNode node, string name, JsonElement value, string place)
    {
        switch (name)
        {
            case "type": node.Types = ReadTypes(value, place); break;
            case "enum": node.Enum = ReadArray(value, place).Select(Value.FromJson).ToList(); break;
            case "const": node.Const = Value.FromJson(value); break;
            case "default": node.Default = Value.FromJson(value); break;
            case "minimum": node.Minimum = ReadNumber(value, place); break;
            case "maximum": node.Maximum = ReadNumber(value, place); break;
            case "exclusiveMinimum": node.ExclusiveMinimum = ReadNumber(value, place); break;
            case "exclusiveMaximum": node.ExclusiveMaximum = ReadNumber(value, place); break;
            case "multipleOf": node.MultipleOf = ReadPositive(value, place); break;
            case "minLength": node.MinLength = ReadCount(value, place); break;
            case "maxLength": node.MaxLength = ReadCount(value, place); break;
            case "minItems": node.MinItems = ReadCount(value, place); break;
            case "maxItems": node.MaxItems = ReadCount(value, place); break;
            case "minProperties": node.MinProperties = ReadCount(value, place); break;
            case "maxProperties": node.MaxProperties = ReadCount(value, place); break;
            case "uniqueItems": node.UniqueItems = value.ValueKind == JsonValueKind.True; break;
            case "pattern": node.Pattern = ReadPattern(value, place); break;
            case "required": node.Required = ReadArray(value, place).Select(item => ReadString(item, place)).ToArray(); break;
            default: return false;
        }

        return true;
    }

    private void FillNested(SchemaNode node, string name, JsonElement value, string place, int depth)
    {
        switch (name)
        {
            case "items": node.Items = Compile(value, place, depth + 1); break;
            case "additionalProperties": node.AdditionalProperties = Compile(value, place, depth + 1); break;
            case "not": node.Not = Compile(value, place, depth + 1); break;
            case "anyOf": node.AnyOf = CompileAll(value, place, depth); break;
            case "oneOf": node.OneOf = CompileAll(value, place, depth); break;
            case "allOf": node.AllOf = CompileAll(value, place, depth); break;
            case "properties": node.Properties = CompileProperties(value, place, depth); break;
            case "$defs" or "definitions": CompileProperties(value, place, depth); break;
            case "$ref": node.Reference = Resolve(ReadString(value, place), place, depth); break;
        }
    }

    private List<SchemaNode> CompileAll(JsonElement value, string place, int depth)
    {
        var nodes = new List<SchemaNode>();
        foreach (var item in ReadArray(value, place))
            nodes.Add(Compile(item, $"{place}/{nodes.Count}", depth + 1));
        return nodes;
    }

    private Dictionary<string, SchemaNode> CompileProperties(JsonElement value, string place, int depth)
    {
        if (value.ValueKind != JsonValueKind.Object)
            throw Problem(place, "it is no object", "write `name: schema` pairs");
        var nodes = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (nodes.Count >= PromptLimits.MaxVariables)
                throw Problem(place, $"it has more than {PromptLimits.MaxVariables} entries", "group variables into objects");
            nodes[property.Name] = Compile(property.Value, $"{place}/{Escape(property.Name)}", depth + 1);
        }

        return nodes;
    }

    private SchemaNode Resolve(string reference, string place, int depth)
    {
        if (_references.TryGetValue(reference, out var known))
            return known;
        if (!reference.StartsWith('#'))
            throw Problem(place, "only references inside the schema are followed", "begin it with `#/$defs/`");
        var target = root;
        foreach (var step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            target = Step(target, Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal), reference, place);
        if (target.ValueKind is not JsonValueKind.Object)
            return Compile(target, place, depth + 1);
        // Known before it is filled, so that a schema may contain itself.
        var node = _references[reference] = new();
        Fill(node, target, reference.TrimStart('#'), depth + 1);
        return node;
    }

    private static JsonElement Step(JsonElement target, string step, string reference, string place)
    {
        if (target.ValueKind == JsonValueKind.Object && target.TryGetProperty(step, out var member))
            return member;
        if (target.ValueKind == JsonValueKind.Array && int.TryParse(step, out var index) && index >= 0 && index < target.GetArrayLength())
            return target[index];
        throw Problem(place, $"the reference `{SafeText.Of(reference)}` leads nowhere", "define it under `$defs`");
    }

    private static SchemaTypes ReadTypes(JsonElement value, string place) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Aggregate(SchemaTypes.None, (types, item) => types | ReadType(item, place))
        : ReadType(value, place);

    private static SchemaTypes ReadType(JsonElement value, string place)
    {
        var name = ReadString(value, place);
        return TypeNames.TryGetValue(name, out var type)
            ? type
            : throw Problem(place, $"the type `{SafeText.Of(name)}` is not known", DidYouMean.Hint(name, TypeNames.Keys) ?? $"known are {string.Join(", ", TypeNames.Keys)}");
    }

    // The non-backtracking engine reads any text in linear time and refuses what it cannot.
    private static Regex ReadPattern(JsonElement value, string place)
    {
        var pattern = ReadString(value, place);
        if (pattern.Length > MaxPattern)
            throw Problem(place, $"the pattern is longer than {MaxPattern} characters", "shorten it");
        try
        {
            return new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw Problem(place, $"the pattern `{SafeText.Of(pattern)}` cannot be used", "look-around and back-references are not supported");
        }
    }

    private static double ReadNumber(JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : throw Problem(place, "it is no number", null);

    private static double ReadPositive(JsonElement value, string place) =>
        ReadNumber(value, place) is var number and > 0 ? number : throw Problem(place, "it is not above 0", null);

    private static int ReadCount(JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count >= 0 ? count : throw Problem(place, "it is no whole number from 0", null);

    private static string ReadString(JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Problem(place, "it is no text", null);

    private static JsonElement.ArrayEnumerator ReadArray(JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw Problem(place, "it is no list", null);

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static SchemaException Problem(string path, string message, string? hint) => new(new(path, message, hint));
}
