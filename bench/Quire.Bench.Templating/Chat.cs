namespace Quire.Bench.Templating;

/// <summary>(c): a chat template over 79 messages and 8 tools; about 35 KB come out.</summary>
internal static class Chat
{
    private sealed record Message(string Role, string Content);

    private sealed record Tool(string Name, string Description, IReadOnlyList<string> Required);

    private sealed record Data(IReadOnlyList<Message> Messages, IReadOnlyList<Tool> Tools, bool AddGenerationPrompt);

    private const string Jinja = """
        {% if tools %}
        <|im_start|>system
        # Tools
        {% for tool in tools %}
        {{ tool|tojson }}
        {% endfor %}
        <|im_end|>
        {% endif %}
        {% for message in messages %}
        {% if message.role == 'tool' %}
        <|im_start|>user
        <tool_response>
        {{ message.content|trim }}
        </tool_response><|im_end|>
        {% elif message.role == 'assistant' and loop.last %}
        <|im_start|>assistant
        {{ message.content }}
        {% else %}
        <|im_start|>{{ message.role }}
        {{ message.content|trim }}<|im_end|>
        {% endif %}
        {% endfor %}
        {% if add_generation_prompt %}
        <|im_start|>assistant

        {% endif %}
        """;

    private const string Handlebars = """
        {{#if Tools}}
        <|im_start|>system
        # Tools
        {{#each Tools}}
        {{json this}}
        {{/each}}
        <|im_end|>
        {{/if}}
        {{#each Messages}}
        {{#if (eq Role "tool")}}
        <|im_start|>user
        <tool_response>
        {{trim Content}}
        </tool_response><|im_end|>
        {{else if (lastAssistant Role @last)}}
        <|im_start|>assistant
        {{Content}}
        {{else}}
        <|im_start|>{{Role}}
        {{trim Content}}<|im_end|>
        {{/if}}
        {{/each}}
        {{#if AddGenerationPrompt}}
        <|im_start|>assistant

        {{/if}}
        """;

    private const string Sentence = "The quick answer is that a lamp of this kind burns for twelve hours on one charge, rain does no harm, and the strap fits a tent pole. ";

    public static Workload Create()
    {
        var messages = Enumerable.Range(0, 79).Select(MakeMessage).ToList();
        var tools = Enumerable.Range(0, 8).Select(i => new Tool($"tool_{i}", $"Looks up \"things\" of kind {i} in the catalogue.", ["query", "limit"])).ToList();
        var data = new Data(messages, tools, true);
        return new Workload
        {
            Name = "(c) 79-message chat",
            Jinja = Jinja,
            Handlebars = Handlebars,
            Model = data,
            ByHand = text => Write(text, data),
        };
    }

    private static Message MakeMessage(int i) => new(
        i == 0 ? "system" : i % 7 == 6 ? "tool" : i % 2 == 1 ? "user" : "assistant", $"  Message {i}: " + string.Concat(Enumerable.Repeat(Sentence, 1 + i % 5)) + "\n");

    private static void Write(PooledText text, Data data)
    {
        text.Add("<|im_start|>system\n# Tools\n");
        foreach (var tool in data.Tools)
            WriteTool(text, tool);
        text.Add("<|im_end|>\n");
        for (var i = 0; i < data.Messages.Count; i++)
            WriteMessage(text, data.Messages[i], i == data.Messages.Count - 1);
        if (data.AddGenerationPrompt)
            text.Add("<|im_start|>assistant\n\n");
    }

    private static void WriteTool(PooledText text, Tool tool)
    {
        text.Add("{\"name\": ").AddJson(tool.Name).Add(", \"description\": ").AddJson(tool.Description).Add(", \"required\": [");
        for (var i = 0; i < tool.Required.Count; i++)
            text.Add(i == 0 ? "" : ", ").AddJson(tool.Required[i]);
        text.Add("]}\n");
    }

    private static void WriteMessage(PooledText text, Message message, bool last)
    {
        if (message.Role == "tool")
            text.Add("<|im_start|>user\n<tool_response>\n").Add(message.Content.AsSpan().Trim()).Add("\n</tool_response><|im_end|>\n");
        else if (message.Role == "assistant" && last)
            text.Add("<|im_start|>assistant\n").Add(message.Content).Add("\n");
        else
            text.Add("<|im_start|>").Add(message.Role).Add("\n").Add(message.Content.AsSpan().Trim()).Add("<|im_end|>\n");
    }
}
