using System.Text.Json;
using Quire.Core.Langfuse;

namespace Quire.Core.Imports.Reading;

/// <summary>
/// Reads a prompt from a manifest in LangChain's constructor format (<c>{"lc": 1, "type": "constructor", "id": […], "kwargs": …}</c>). It is data: the
/// last part of an id is compared with the names of the few kinds that are known, and nothing is made or loaded by name.
/// </summary>
internal sealed class LangSmithManifest
{
    private const string SaveAgain = "Save the manifest again, from LangSmith or LangChain.";
    private const string OneText = "Images and lists of several parts are not understood; keep one text per message.";

    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["SystemMessagePromptTemplate"] = "system",
        ["HumanMessagePromptTemplate"] = "user",
        ["AIMessagePromptTemplate"] = "assistant",
        ["SystemMessage"] = "system",
        ["HumanMessage"] = "user",
        ["AIMessage"] = "assistant",
        ["human"] = "user",
        ["ai"] = "assistant",
    };

    private static readonly string[] Prompts = ["ChatPromptTemplate", "StructuredPrompt", "PromptTemplate"];

    private static readonly string[] Settings =
    [
        "temperature", "max_tokens", "max_completion_tokens", "top_p", "top_k", "n", "frequency_penalty", "presence_penalty", "seed", "stop", "reasoning_effort",
        "tools", "tool_choice", "parallel_tool_calls", "functions", "function_call", "response_format",
    ];

    private readonly LangChainTemplates _templates = new();
    private readonly Dictionary<string, JsonElement> _extensions = new(StringComparer.Ordinal);

    /// <summary>What the manifest says.</summary>
    /// <exception cref="ItemRefusedException">It holds no prompt that is understood.</exception>
    public ImportParts Read(JsonElement manifest)
    {
        var (prompt, model) = Unwrap(manifest);
        var kind = KindOf(prompt);
        var kwargs = Kwargs(prompt);
        if (kwargs.Member("schema_", "schema") is { } schema)
            _extensions["x-langsmith-schema"] = schema;
        var isChat = kind is "ChatPromptTemplate" or "StructuredPrompt";
        if (!isChat && kind != "PromptTemplate")
            throw new ItemRefusedException($"'{kind}' is no kind of prompt that is understood.", $"Understood are {string.Join(", ", Prompts)}.");
        var (dialect, texts) = _templates.Write(isChat ? [.. Messages(kwargs)] : [Template(null, prompt)]);
        return new ImportParts
        {
            Content = isChat ? new LangfuseContent(null, texts) : new LangfuseContent(texts[0].Content, null),
            Dialect = dialect,
            Variables = PartialVariables.Read(kwargs, texts),
            Model = model,
            Extensions = _extensions,
        };
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
        return (parts[at], parts.Skip(at + 1).Select(ModelOf).FirstOrDefault(model => model is not null));
    }

    private static IEnumerable<JsonElement> One(JsonElement kwargs, string name) => kwargs.Member(name) is { } one ? [one] : [];

    // What is bound to a model stands over its own settings.
    private static JsonElement? ModelOf(JsonElement part)
    {
        var binding = LastId(part) == "RunnableBinding" ? part.Member("kwargs") : null;
        var own = (binding is { } outer ? outer.Member("bound") ?? default : part).Member("kwargs");
        var bound = binding is { } holder ? holder.Member("kwargs") : null;
        var settings = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (own?.Member("model", "model_name", "model_id") is { ValueKind: JsonValueKind.String } name)
            settings["model"] = name;
        foreach (var key in Settings)
        {
            if ((bound?.Member(key) ?? own?.Member(key)) is { } value)
                settings[key] = value;
        }
        return settings.Count == 0 ? null : JsonSerializer.SerializeToElement(settings);
    }

    private IEnumerable<TemplateDraft> Messages(JsonElement kwargs)
    {
        if (kwargs.Member("messages") is not { ValueKind: JsonValueKind.Array } messages || messages.GetArrayLength() == 0)
            throw new ItemRefusedException("the chat prompt has no messages.", "Leave the prompt out, or give it one.");
        return messages.EnumerateArray().SelectMany(message => KindOf(message) == "FewShotChatMessagePromptTemplate" ? Examples(Kwargs(message)) : [Message(message)]);
    }

    // Examples are put in before the prompt is called, and are no templates any more.
    private IEnumerable<TemplateDraft> Examples(JsonElement kwargs)
    {
        if (kwargs.Member("examples") is not { ValueKind: JsonValueKind.Array } examples || kwargs.Member("example_prompt") is not { } form)
            throw new ItemRefusedException("its examples are chosen when it is called.", "Write them into the prompt.");
        var messages = KindOf(form) == "ChatPromptTemplate" ? Messages(Kwargs(form)).ToList() : [Message(form)];
        var (length, count) = (0L, 0);
        foreach (var example in examples.EnumerateArray())
        {
            foreach (var message in messages)
            {
                var words = message.Words ?? throw new ItemRefusedException("its examples are no f-strings.", "Write them into the prompt.");
                var text = words.Format(name => example.Member(name) is { } value ? value.ToString() : null);
                LangChainTemplates.CheckLength(length += text.Length, ++count);
                yield return LangChainTemplates.Verbatim(message.Role, text);
            }
        }
    }

    private TemplateDraft Message(JsonElement message)
    {
        var kind = KindOf(message);
        var kwargs = Kwargs(message);
        if (kind == "MessagesPlaceholder")
            return new TemplateDraft(null, kwargs.Text("variable_name") ?? throw new ItemRefusedException("a placeholder has no 'variable_name'.", SaveAgain), null, null);
        var named = kind is "ChatMessagePromptTemplate" or "ChatMessage" ? kwargs.Text("role") : null;
        var role = Roles.GetValueOrDefault(named ?? kind) ?? named ?? throw new ItemRefusedException($"'{kind}' is no kind of message that is understood.", "Understood are system, human, AI and chat messages, and placeholders.");
        if (ChatMessages.CallsTools(kwargs))
            throw new ItemRefusedException("a message calls tools, which no message of a prompt can say here.", "Leave the message out.");
        if (kwargs.Member("content") is { } content)
            return LangChainTemplates.Verbatim(role, ChatMessages.TextOf(content) ?? throw new ItemRefusedException("a message holds something other than one text.", OneText));
        return kwargs.Member("prompt") switch
        {
            { ValueKind: JsonValueKind.Object } prompt => Template(role, prompt),
            { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() == 1 => Template(role, list[0]),
            _ => throw new ItemRefusedException("a message holds something other than one text.", OneText),
        };
    }

    private TemplateDraft Template(string? role, JsonElement prompt)
    {
        var kwargs = Kwargs(prompt);
        if (KindOf(prompt) is "DictPromptTemplate" && kwargs.Member("template") is { } part && ChatMessages.PartOf(part) is { } text)
            return _templates.Template(role, text, kwargs.Text("template_format"));
        if (KindOf(prompt) is var kind && kind != "PromptTemplate")
            throw new ItemRefusedException($"'{kind}' is no text.", OneText);
        return _templates.Template(role, kwargs.Text("template") ?? throw new ItemRefusedException("a text has no 'template'.", SaveAgain), kwargs.Text("template_format"));
    }

    private static string KindOf(JsonElement value)
    {
        if (value.Member("type") is { ValueKind: JsonValueKind.String } type && type.GetString() is var word and not "constructor")
        {
            throw new ItemRefusedException(
                $"the manifest holds a '{word}', which is no value.",
                word == "not_implemented" ? $"LangChain itself could not write {LastId(value) ?? "that part"} down; save the prompt by its method save instead." : SaveAgain);
        }
        return LastId(value) ?? throw new ItemRefusedException("a part of the manifest has no 'id'.", SaveAgain);
    }

    private static string? LastId(JsonElement value) => value.Items("id").LastOrDefault() is { ValueKind: JsonValueKind.String } kind ? JsonMembers.Decode(kind) : null;

    private static JsonElement Kwargs(JsonElement value) =>
        value.Member("kwargs") is { ValueKind: JsonValueKind.Object } kwargs ? kwargs : throw new ItemRefusedException("a part of the manifest has no 'kwargs'.", SaveAgain);
}
