using System.Text.Json;
using Quire.Core.Langfuse;
using Quire.Templating;

namespace Quire.Core.Imports.Reading;

/// <summary>
/// Reads a prompt from a manifest in LangChain's constructor format (<c>{"lc": 1, "type": "constructor", "id": […], "kwargs": …}</c>). It is data: the
/// last part of an id is compared with the names of the few kinds that are known, and nothing is made or loaded by name.
/// </summary>
internal sealed class LangSmithManifest
{
    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["SystemMessagePromptTemplate"] = "system",
        ["HumanMessagePromptTemplate"] = "user",
        ["AIMessagePromptTemplate"] = "assistant",
        ["SystemMessage"] = "system",
        ["HumanMessage"] = "user",
        ["AIMessage"] = "assistant",
    };

    private static readonly string[] Prompts = ["ChatPromptTemplate", "StructuredPrompt", "PromptTemplate"];

    private static readonly string[] Settings =
        ["temperature", "max_tokens", "top_p", "top_k", "n", "frequency_penalty", "presence_penalty", "seed", "stop", "reasoning_effort"];

    private readonly Dictionary<string, JsonElement> _extensions = new(StringComparer.Ordinal);
    private string? _templates;

    /// <summary>What the manifest says.</summary>
    /// <exception cref="ItemRefusedException">It holds no prompt that is understood.</exception>
    public ImportParts Read(JsonElement manifest)
    {
        var (prompt, model) = Unwrap(manifest);
        var kwargs = Kwargs(prompt);
        if (kwargs.Member("partial_variables") is { ValueKind: JsonValueKind.Object } partials && partials.EnumerateObject().Any())
            throw new ItemRefusedException("the prompt has partial variables.", "Write their values into the text.");
        if (kwargs.Member("schema_", "schema") is { } schema)
            _extensions["x-langsmith-schema"] = schema;
        var content = KindOf(prompt) switch
        {
            "ChatPromptTemplate" or "StructuredPrompt" => new LangfuseContent(null, [.. Messages(kwargs)]),
            "PromptTemplate" => new LangfuseContent(Template(prompt), null),
            var kind => throw new ItemRefusedException($"'{kind}' is no kind of prompt that is understood.", $"Understood are {string.Join(", ", Prompts)}."),
        };
        return new ImportParts { Content = content, Dialect = DialectOf(), Model = model, Extensions = _extensions };
    }

    // A prompt may stand in a chain, before the model that it is for.
    private static (JsonElement Prompt, JsonElement? Model) Unwrap(JsonElement manifest)
    {
        if (KindOf(manifest) != "RunnableSequence")
            return (manifest, null);
        var kwargs = Kwargs(manifest);
        var parts = One(kwargs, "first").Concat(kwargs.Items("middle")).Concat(One(kwargs, "last")).ToList();
        var at = parts.FindIndex(part => Prompts.Contains(LastId(part)));
        if (at < 0)
            throw new ItemRefusedException("the chain holds no prompt that is understood.", $"Understood are {string.Join(", ", Prompts)}.");
        return (parts[at], parts.Skip(at + 1).Select(part => ModelOf(LastId(part) == "RunnableBinding" ? Kwargs(part).Member("bound") ?? default : part)).FirstOrDefault(model => model is not null));
    }

    private static IEnumerable<JsonElement> One(JsonElement kwargs, string name) => kwargs.Member(name) is { } one ? [one] : [];

    private static JsonElement? ModelOf(JsonElement model)
    {
        if (model.ValueKind != JsonValueKind.Object || model.Member("kwargs") is not { } kwargs)
            return null;
        var settings = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (kwargs.Member("model", "model_name", "model_id") is { ValueKind: JsonValueKind.String } name)
            settings["model"] = name;
        foreach (var key in Settings)
        {
            if (kwargs.Member(key) is { } value)
                settings[key] = value;
        }
        return settings.Count == 0 ? null : JsonSerializer.SerializeToElement(settings);
    }

    private IEnumerable<LangfuseMessage> Messages(JsonElement kwargs)
    {
        if (kwargs.Member("messages") is not { ValueKind: JsonValueKind.Array } messages || messages.GetArrayLength() == 0)
            throw new ItemRefusedException("the chat prompt has no messages.");
        return messages.EnumerateArray().Select(Message);
    }

    private LangfuseMessage Message(JsonElement message)
    {
        var kind = KindOf(message);
        var kwargs = Kwargs(message);
        if (kind == "MessagesPlaceholder")
            return new LangfuseMessage(null, null, kwargs.Text("variable_name") ?? throw new ItemRefusedException("a placeholder has no 'variable_name'."));
        var role = kind is "ChatMessagePromptTemplate" or "ChatMessage" ? kwargs.Text("role") : Roles.GetValueOrDefault(kind);
        if (role is null)
            throw new ItemRefusedException($"'{kind}' is no kind of message that is understood.");
        if (kwargs.Member("content") is { } content)
            return new LangfuseMessage(role, Verbatim(content), null);
        return kwargs.Member("prompt") is { ValueKind: JsonValueKind.Object } prompt
            ? new LangfuseMessage(role, Template(prompt), null)
            : throw new ItemRefusedException("a message holds something other than one text.", "Images and lists of parts are not understood.");
    }

    private string Template(JsonElement prompt)
    {
        if (KindOf(prompt) != "PromptTemplate")
            throw new ItemRefusedException($"'{KindOf(prompt)}' is no text.");
        var kwargs = Kwargs(prompt);
        var text = kwargs.Text("template") ?? throw new ItemRefusedException("a text has no 'template'.");
        var format = kwargs.Text("template_format") ?? "f-string";
        if ((_templates ??= format) != format)
            throw new ItemRefusedException($"its texts are of two kinds, {_templates} and {format}.", "Write all of them in one.");
        return format == "f-string" ? FStrings.Convert(text) : text;
    }

    private static string Verbatim(JsonElement content)
    {
        if (content.ValueKind != JsonValueKind.String)
            throw new ItemRefusedException("a message holds something other than one text.", "Images and lists of parts are not understood.");
        var text = JsonMembers.Decode(content);
        return text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal)
            ? throw new ItemRefusedException("a message that is no template has braces that would be read as one.")
            : text;
    }

    private Dialect DialectOf() => _templates switch
    {
        null or "f-string" => Dialect.Variables,
        "mustache" => Dialect.Mustache,
        "jinja2" => Dialect.Jinja,
        var other => throw new ItemRefusedException($"'{other}' is no kind of template that is understood.", "Understood are f-string, mustache and jinja2."),
    };

    private static string KindOf(JsonElement value)
    {
        if (value.Member("type") is { ValueKind: JsonValueKind.String } type && type.GetString() is not "constructor")
            throw new ItemRefusedException($"the manifest holds a '{type.GetString()}', which is no value.");
        return LastId(value) ?? throw new ItemRefusedException("a part of the manifest has no 'id'.");
    }

    private static string? LastId(JsonElement value) => value.Items("id").LastOrDefault() is { ValueKind: JsonValueKind.String } kind ? JsonMembers.Decode(kind) : null;

    private static JsonElement Kwargs(JsonElement value) =>
        value.Member("kwargs") is { ValueKind: JsonValueKind.Object } kwargs ? kwargs : throw new ItemRefusedException("a part of the manifest has no 'kwargs'.");
}
