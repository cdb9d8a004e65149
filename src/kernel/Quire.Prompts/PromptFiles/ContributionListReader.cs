using Quire.Prompts.Yaml;
using Quire.Templating;

namespace Quire.Prompts.PromptFiles;

/// <summary>
/// Reads <c>contributions:</c> of a chat contribution: a list of <c>merge_point</c> with <c>content</c> (a text) or
/// <c>messages</c>, or in short a mapping from merge point to text or messages.
/// </summary>
internal sealed class ContributionListReader(ParseContext context, Dialect dialect)
{
    private static readonly string[] Keys = ["merge_point", "locked", "content", "messages"];

    private readonly ChatReader _chat = new(context, dialect, contributes: true);

    public IReadOnlyList<ContributionPart> Read(YamlSequenceNode list) =>
        list.Items.Select(ReadItem).OfType<ContributionPart>().ToList();

    public IReadOnlyList<ContributionPart> Read(YamlMappingNode mapping) =>
        mapping.Entries.Select(ReadShort).OfType<ContributionPart>().ToList();

    private ContributionPart? ReadItem(YamlNode node)
    {
        if (node is not YamlMappingNode item || item.Find("merge_point") is not { } point)
        {
            context.Error(PromptFileCodes.MissingKey, "A contribution names no merge point.", "begin the item with `- merge_point: NAME`", node);
            return null;
        }

        YamlPromptReader.CheckItemKeys(context, item, "a contribution", Keys);
        var name = _chat.ReadName(point.Value, "merge_point");
        var content = item.Find("content")?.Value;
        var messages = item.Find("messages")?.Value;
        if (content is null == messages is null)
        {
            context.Error(PromptFileCodes.Conflict, "A contribution has either `content` or `messages`.", "`content` is for points inside a text, `messages` for points of the list", item);
            return null;
        }

        return name is null ? null : Build(name, ReadLocked(item), content ?? messages!, wantsText: content is not null, item);
    }

    private ContributionPart? ReadShort(YamlEntry entry) =>
        _chat.ReadName(entry.Key, "merge_point") is { } name
            ? Build(name, false, entry.Value, wantsText: entry.Value is YamlScalarNode, entry.Key)
            : null;

    private ContributionPart? Build(string name, bool locked, YamlNode value, bool wantsText, YamlNode place)
    {
        var part = new ContributionPart { MergePoint = name, Locked = locked, Line = place.Span.Line + context.YamlLineOffset, Column = place.Span.Column };
        if (wantsText)
            return _chat.ReadContent(value) is { } text ? part with { Text = text } : null;
        if (value is YamlSequenceNode list)
            return part with { Messages = _chat.ReadMessages(list) };
        context.Error(PromptFileCodes.BadValue, $"`messages` is {value.Kind}, but a list is wanted.", "begin each message with `- role: …`", value);
        return null;
    }

    private bool ReadLocked(YamlMappingNode item)
    {
        if (item.Find("locked")?.Value is not { } value)
            return false;
        if (value is YamlScalarNode scalar && YamlScalars.Classify(scalar) == YamlScalarKind.Boolean)
            return YamlScalars.IsTrue(scalar.Text);
        context.Error(PromptFileCodes.BadValue, $"`locked` is {value.Kind}, but `true` or `false` is wanted.", null, value);
        return false;
    }
}
