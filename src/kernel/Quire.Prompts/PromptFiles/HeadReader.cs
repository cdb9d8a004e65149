using System.Text.Json;
using Quire.Prompts.Names;
using Quire.Prompts.Schemas;
using Quire.Prompts.Text;
using Quire.Prompts.Yaml;
using Quire.Templating;

namespace Quire.Prompts.PromptFiles;

/// <summary>Reads the keys that both formats share, with one finding per bad value.</summary>
internal sealed class HeadReader(ParseContext context, YamlMappingNode? head)
{
    private static readonly Dictionary<string, Dialect> Dialects = Enum.GetValues<Dialect>().ToDictionary(dialect => dialect.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, LayerKind> Layers = Enum.GetValues<LayerKind>().ToDictionary(layer => layer.ToString().ToLowerInvariant());

    public void CheckKeys(IReadOnlyCollection<string> known, IReadOnlyCollection<string> elsewhere, string where)
    {
        foreach (var (key, _) in head?.Entries ?? [])
        {
            if (known.Contains(key.Text) || key.Text.StartsWith("x-", StringComparison.Ordinal))
                continue;
            var hint = elsewhere.Contains(key.Text) ? $"`{key.Text}` belongs to `.prompt.yml` files" : DidYouMean.Hint(key.Text, known);
            context.Error(PromptFileCodes.UnknownKey, $"The key `{SafeText.Of(key.Text)}` is not known {where}.", hint ?? "keys of your own begin with `x-`", key);
        }
    }

    /// <summary>A text value, trimmed of nothing; numbers and booleans count as the text they were written as.</summary>
    public string? Text(string key, int limit)
    {
        if (Value(key) is not { } value)
            return null;
        if (value is not YamlScalarNode scalar)
            return Wrong<string>(key, "a text", value);
        if (scalar.Text.Length <= limit)
            return scalar.Text;
        context.Error(PromptFileCodes.BadValue, $"`{key}` is longer than {limit} characters.", "shorten it", value);
        return null;
    }

    public JsonElement? Json(string key) => head?.Find(key)?.Value is { } value ? ToJson(value) : null;

    public JsonElement? JsonObject(string key) => Value(key) switch
    {
        null => null,
        YamlMappingNode mapping => ToJson(mapping),
        { } other => Wrong<JsonElement?>(key, "a mapping", other),
    };

    public Dialect Dialect() => Word("dialect", Dialects, "dialect") ?? Templating.Dialect.Jinja;

    public PromptType Type(PromptType only)
    {
        if (Text("type", PromptLimits.MaxName) is not { } type)
            return only;
        var node = Value("type")!;
        if (type is not ("text" or "chat"))
            context.Error(PromptFileCodes.BadValue, $"The type `{SafeText.Of(type)}` is not known.", DidYouMean.Hint(type, ["text", "chat"]) ?? "known are `text` and `chat`", node);
        else if (type == "chat" && only == PromptType.Text)
            context.Error(PromptFileCodes.Conflict, "A `.prompt.md` file holds a text prompt.", "write a chat prompt as `NAME.prompt.yml` with `messages`", node);
        else if (type == "text" && only == PromptType.Chat)
            context.Error(PromptFileCodes.Conflict, "A `.prompt.yml` file holds a chat prompt.", "write a text prompt as `NAME.prompt.md`", node);
        return only;
    }

    public IReadOnlyList<string> Tags()
    {
        if (Value("tags") is not { } value)
            return [];
        if (value is not YamlSequenceNode list)
            return Wrong<IReadOnlyList<string>>("tags", "a list of texts", value) ?? [];
        if (list.Items.Count > PromptLimits.MaxTags)
            context.Error(PromptFileCodes.TooMany, $"There are {list.Items.Count} tags; at most {PromptLimits.MaxTags} are allowed.", "remove some", list);
        var tags = new List<string>();
        foreach (var item in list.Items)
        {
            if (item is YamlScalarNode { Text.Length: > 0 and <= PromptLimits.MaxName } tag && YamlScalars.Classify(tag) != YamlScalarKind.Null)
                tags.Add(tag.Text);
            else
                context.Error(PromptFileCodes.BadValue, $"A tag is {item.Kind}, or has not 1 to {PromptLimits.MaxName} characters.", "write tags as texts", item);
        }

        return tags.Distinct(StringComparer.Ordinal).ToList();
    }

    public VariableSchema? Variables()
    {
        if (JsonObject("variables") is not { } schema)
            return null;
        var node = Value("variables")!;
        if (VariableSchema.TryCreate(schema, out var variables, out var problem))
            return variables;
        context.Error(PromptFileCodes.BadSchema, $"The schema of the variables is not usable: {problem.Message} (at `{problem.Path}`).", problem.Hint, node);
        return null;
    }

    public IReadOnlyDictionary<string, JsonElement> Extensions()
    {
        var extensions = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (key, value) in head?.Entries ?? [])
        {
            if (key.Text.StartsWith("x-", StringComparison.Ordinal) && ToJson(value) is { } json)
                extensions.Add(key.Text, json);
        }

        return extensions;
    }

    public ContributionHeader? Contribution()
    {
        var extends = Text("extends", Addresses.Address.MaxLength);
        if (extends is null)
        {
            RefuseWithoutExtends("layer");
            RefuseWithoutExtends("scope");
            return null;
        }

        var node = Value("extends")!;
        if (!ExtendsTarget.TryParse(extends, out var target, out var error))
            context.Error(error, node);
        var layer = Layer(node);
        var scope = Scope();
        return target is null || layer is null ? null : new(target, layer.Value, scope, node.Span.Line + context.YamlLineOffset);
    }

    private LayerKind? Layer(YamlNode extends)
    {
        if (Value("layer") is null)
        {
            context.Error(PromptFileCodes.MissingKey, "`extends` needs `layer`.", "say `layer: system`, `tenant`, `feature` or `agent`", extends);
            return null;
        }

        var layer = Word("layer", Layers, "layer");
        if (layer != LayerKind.User)
            return layer;
        context.Error(PromptFileCodes.BadValue, "User text comes with the request, never as a file.", "say `layer: system`, `tenant`, `feature` or `agent`", Value("layer")!);
        return null;
    }

    private ScopeName? Scope()
    {
        if (Text("scope", 10 * ScopeName.MaxLength) is not { } text)
            return null;
        if (ScopeName.TryParse(text, out var scope, out var error))
            return scope;
        context.Error(error, Value("scope")!);
        return null;
    }

    private void RefuseWithoutExtends(string key)
    {
        if (head?.Find(key) is { } entry)
            context.Error(PromptFileCodes.MissingKey, $"`{key}` makes no sense without `extends`.", "say which prompt the file extends", entry.Key);
    }

    private T? Word<T>(string key, Dictionary<string, T> known, string what)
        where T : struct
    {
        if (Text(key, PromptLimits.MaxName) is not { } text)
            return null;
        if (known.TryGetValue(text, out var value))
            return value;
        var hint = DidYouMean.Hint(text, known.Keys) ?? $"known are {string.Join(", ", known.Keys.Select(name => $"`{name}`"))}";
        context.Error(PromptFileCodes.BadValue, $"The {what} `{SafeText.Of(text)}` is not known.", hint, Value(key)!);
        return null;
    }

    private JsonElement? ToJson(YamlNode node)
    {
        try
        {
            return YamlJson.ToElement(node);
        }
        catch (YamlLimitException error)
        {
            context.Error(error);
            return null;
        }
    }

    private T? Wrong<T>(string key, string wanted, YamlNode node)
    {
        context.Error(PromptFileCodes.BadValue, $"`{key}` is {node.Kind}, but {wanted} is wanted.", null, node);
        return default;
    }

    /// <summary>A key's value; a key without value counts as left out.</summary>
    public YamlNode? Value(string key) => head?.Find(key)?.Value is { } value && !(value is YamlScalarNode scalar && YamlScalars.Classify(scalar) == YamlScalarKind.Null) ? value : null;
}
