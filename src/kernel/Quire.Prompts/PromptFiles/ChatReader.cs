using Quire.Prompts.Names;
using Quire.Prompts.Text;
using Quire.Prompts.Yaml;
using Quire.Templating;
using Quire.Templating.MergePoints;

namespace Quire.Prompts.PromptFiles;

/// <summary>Reads lists of messages, placeholders and merge points.</summary>
internal sealed class ChatReader(ParseContext context, Dialect dialect, bool contributes)
{
    private static readonly string[] MessageKeys = ["role", "content"];
    private static readonly string[] PlaceholderKeys = ["placeholder"];
    private static readonly string[] MergePointKeys = ["merge_point", "behavior", "required", "locked", "user", "messages"];

    private readonly Dictionary<string, int> _mergePoints = new(StringComparer.Ordinal);

    private int _count;

    public List<ChatItem> ReadItems(YamlSequenceNode list)
    {
        var items = new List<ChatItem>();
        foreach (var node in list.Items)
        {
            if (++_count > PromptLimits.MaxChatItems)
            {
                context.Error(PromptFileCodes.TooMany, $"The prompt has more than {PromptLimits.MaxChatItems} messages.", "split it", node);
                break;
            }

            if (ReadItem(node) is { } item)
                items.Add(item);
        }

        return items;
    }

    /// <summary>Messages only, as contributions give them.</summary>
    public IReadOnlyList<ChatItem.Message> ReadMessages(YamlSequenceNode list)
    {
        var items = ReadItems(list);
        foreach (var item in items.Where(item => item is not ChatItem.Message))
            context.Error(PromptFileCodes.BadValue, "A contribution gives messages, not placeholders or merge points.", "write `- role: …` with `content`", item.Line, item.Column);
        return items.OfType<ChatItem.Message>().ToList();
    }

    private ChatItem? ReadItem(YamlNode node)
    {
        if (node is not YamlMappingNode item)
        {
            context.Error(PromptFileCodes.BadValue, $"A message is {node.Kind}, but a mapping is wanted.", "write `- role: user` and `content: …` below it", node);
            return null;
        }

        if (item.Find("merge_point") is { } point)
            return ReadMergePoint(item, point.Value);
        return item.Find("placeholder") is { } placeholder ? ReadPlaceholder(item, placeholder.Value) : ReadMessage(item);
    }

    private ChatItem.Message? ReadMessage(YamlMappingNode item)
    {
        YamlPromptReader.CheckItemKeys(context, item, "a message", MessageKeys);
        var role = item.Find("role")?.Value;
        var content = item.Find("content")?.Value;
        if (role is null || content is null)
        {
            context.Error(PromptFileCodes.MissingKey, $"A message has no `{(role is null ? "role" : "content")}`.", "a message has `role` and `content`", item);
            return null;
        }

        var name = ReadName(role, "role");
        var template = ReadContent(content);
        return name is null || template is null ? null : new(name, template) { Line = LineOf(item), Column = item.Span.Column };
    }

    /// <summary>A text as a template, with places that point into the file.</summary>
    public PromptTemplate? ReadContent(YamlNode node)
    {
        if (node is not YamlScalarNode scalar || YamlScalars.Classify(scalar) == YamlScalarKind.Null)
        {
            context.Error(PromptFileCodes.BadValue, $"`content` is {node.Kind}, but a text is wanted.", "quote it, or write it as a block after `|`", node);
            return null;
        }

        var (line, column, shift) = ScalarPlace.Of(context.Text, scalar);
        return context.ReadTemplate(scalar.Text, new TemplateOptions
        {
            Dialect = dialect,
            KeepTrailingNewline = dialect != Dialect.Jinja,
            AllowMergePoints = !contributes,
            BaseLine = line + context.YamlLineOffset,
            BaseColumn = column,
        }, shift);
    }

    private ChatItem.Placeholder? ReadPlaceholder(YamlMappingNode item, YamlNode value)
    {
        YamlPromptReader.CheckItemKeys(context, item, "a placeholder", PlaceholderKeys);
        return ReadName(value, "placeholder") is { } name ? new(name) { Line = LineOf(item), Column = item.Span.Column } : null;
    }

    private ChatItem.MergePoint? ReadMergePoint(YamlMappingNode item, YamlNode value)
    {
        YamlPromptReader.CheckItemKeys(context, item, "a merge point", MergePointKeys);
        if (ReadName(value, "merge_point") is not { } name)
            return null;
        if (!_mergePoints.TryAdd(name, LineOf(item)))
            context.Error(PromptFileCodes.DuplicateName, $"The merge point `{name}` is declared twice; the first stands in line {_mergePoints[name]}.", "give each merge point a name of its own", value);
        var user = ReadFlag(item, "user");
        var locked = ReadFlag(item, "locked");
        if (user && locked)
            context.Error(PromptFileCodes.Conflict, $"The merge point `{name}` is `user` and `locked`: it could take nothing.", "keep one of them", value);
        return new(name, ReadBehavior(item), ReadFlag(item, "required"), locked, user, ReadDefault(item)) { Line = LineOf(item), Column = item.Span.Column };
    }

    private List<ChatItem> ReadDefault(YamlMappingNode item)
    {
        switch (item.Find("messages")?.Value)
        {
            case null:
                return [];
            case YamlSequenceNode list:
                var items = ReadItems(list);
                foreach (var nested in items.OfType<ChatItem.MergePoint>())
                    context.Error(PromptFileCodes.BadValue, $"The merge point `{nested.Name}` stands inside the default messages of another.", "put it beside the other", nested.Line, nested.Column);
                return items.Where(nested => nested is not ChatItem.MergePoint).ToList();
            case var other:
                context.Error(PromptFileCodes.BadValue, $"`messages` is {other.Kind}, but a list is wanted.", "begin each message with `- role: …`", other);
                return [];
        }
    }

    private MergeBehavior ReadBehavior(YamlMappingNode item)
    {
        if (item.Find("behavior")?.Value is not { } value)
            return MergeBehavior.Append;
        var text = (value as YamlScalarNode)?.Text ?? "";
        string[] known = ["append", "prepend", "replace", "inject"];
        var index = Array.IndexOf(known, text);
        if (index < 0)
            context.Error(PromptFileCodes.BadValue, $"The behavior `{SafeText.Of(text)}` is not known.", DidYouMean.Hint(text, known) ?? "known are `append`, `prepend`, `replace`, `inject`", value);
        return index < 0 ? MergeBehavior.Append : (MergeBehavior)index;
    }

    private bool ReadFlag(YamlMappingNode item, string key)
    {
        if (item.Find(key)?.Value is not { } value)
            return false;
        if (value is YamlScalarNode scalar && YamlScalars.Classify(scalar) == YamlScalarKind.Boolean)
            return YamlScalars.IsTrue(scalar.Text);
        context.Error(PromptFileCodes.BadValue, $"`{key}` is {value.Kind}, but `true` or `false` is wanted.", null, value);
        return false;
    }

    /// <summary>A name of one word: letters, digits and <c>_ - .</c>, letter or underscore first.</summary>
    public string? ReadName(YamlNode node, string key)
    {
        if (node is YamlScalarNode { Text: { Length: > 0 and <= PromptLimits.MaxName } text } && IsName(text))
            return text;
        context.Error(PromptFileCodes.BadValue, $"`{key}` is no name.", $"1 to {PromptLimits.MaxName} letters, digits, `_`, `-`, `.`, with a letter or `_` first", node);
        return null;
    }

    private static bool IsName(string text) =>
        (char.IsLetter(text[0]) || text[0] == '_') && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');

    private int LineOf(YamlNode node) => node.Span.Line + context.YamlLineOffset;
}
