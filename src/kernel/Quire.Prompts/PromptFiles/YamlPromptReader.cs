using Quire.Prompts.Names;
using Quire.Prompts.Text;
using Quire.Prompts.Yaml;

namespace Quire.Prompts.PromptFiles;

/// <summary>Reads <c>NAME.prompt.yml</c>: a chat prompt in the format of GitHub Models, or a chat contribution.</summary>
internal static class YamlPromptReader
{
    /// <summary>The keys that only this format has: GitHub's own, and <c>contributions</c>.</summary>
    public static readonly string[] GitHubKeys =
        ["name", "messages", "modelParameters", "responseFormat", "jsonSchema", "testData", "evaluators", "contributions"];

    private static readonly string[] Keys = [.. MarkdownPromptReader.Keys, .. GitHubKeys];

    public static PromptFile? Read(ParseContext context)
    {
        if (YamlReader.Read(context.Text) is not YamlMappingNode root)
        {
            context.Error(PromptFileCodes.MissingKey, "The file holds no mapping.", "write `messages:` with a list of `role` and `content`", 1, 1);
            return null;
        }

        var head = new HeadReader(context, root);
        head.CheckKeys(Keys, [], "in a `.prompt.yml` file");
        var file = new PromptFile
        {
            FilePath = context.FilePath,
            Name = context.Name,
            Format = PromptFormat.Yaml,
            Type = head.Type(PromptType.Chat),
            Dialect = head.Dialect(),
            Description = head.Text("description", PromptLimits.MaxDescription),
            Title = head.Text("name", PromptLimits.MaxDescription),
            Tags = head.Tags(),
            Category = head.Text("category", PromptLimits.MaxName),
            Variables = head.Variables(),
            Model = head.Json("model"),
            ModelParameters = head.JsonObject("modelParameters"),
            ResponseFormat = head.Json("responseFormat"),
            JsonSchema = head.Json("jsonSchema"),
            TestData = head.Json("testData"),
            Evaluators = head.Json("evaluators"),
            Extensions = head.Extensions(),
            Contribution = head.Contribution(),
        };
        return head.Value("extends") is null ? ReadMessages(context, file, head) : ReadParts(context, file, head);
    }

    private static PromptFile ReadMessages(ParseContext context, PromptFile file, HeadReader head)
    {
        var chat = new ChatReader(context, file.Dialect, contributes: false);
        if (head.Value("contributions") is { } contributions)
            context.Error(PromptFileCodes.MissingKey, "`contributions` makes no sense without `extends`.", "say which prompt the file extends", contributions);
        switch (head.Value("messages"))
        {
            case YamlSequenceNode list:
                return file with { Messages = chat.ReadItems(list) };
            case null:
                context.Error(PromptFileCodes.MissingKey, "The file has no `messages`.", "write `messages:` with a list of `role` and `content`", 1, 1);
                break;
            case var other:
                context.Error(PromptFileCodes.BadValue, $"`messages` is {other.Kind}, but a list is wanted.", "begin each message with `- role: …`", other);
                break;
        }

        return file;
    }

    private static PromptFile ReadParts(ParseContext context, PromptFile file, HeadReader head)
    {
        if (head.Value("messages") is { } messages)
            context.Error(PromptFileCodes.Conflict, "A contribution has `contributions`, not `messages`.", "move the messages under `contributions:`, to the merge point they are for", messages);
        var parts = head.Value("contributions") switch
        {
            YamlSequenceNode list => new ContributionListReader(context, file.Dialect).Read(list),
            YamlMappingNode mapping => new ContributionListReader(context, file.Dialect).Read(mapping),
            null => [],
            var other => Wrong(context, other),
        };
        if (head.Value("contributions") is null)
            context.Error(PromptFileCodes.MissingKey, "The file has `extends` but no `contributions`.", "write `contributions:` with a list of `merge_point` and `content` or `messages`", 1, 1);
        else
            ContributionParts.Check(context, parts);
        return file with { Parts = parts };
    }

    private static IReadOnlyList<ContributionPart> Wrong(ParseContext context, YamlNode node)
    {
        context.Error(PromptFileCodes.BadValue, $"`contributions` is {node.Kind}, but a list is wanted.", "begin each item with `- merge_point: NAME`", node);
        return [];
    }

    /// <summary>Refuses keys of a list item that it does not have.</summary>
    internal static void CheckItemKeys(ParseContext context, YamlMappingNode item, string what, string[] known)
    {
        foreach (var (key, _) in item.Entries)
        {
            if (!known.Contains(key.Text) && !key.Text.StartsWith("x-", StringComparison.Ordinal))
                context.Error(PromptFileCodes.UnknownKey, $"The key `{SafeText.Of(key.Text)}` is not known in {what}.", DidYouMean.Hint(key.Text, known) ?? $"known are {string.Join(", ", known.Select(name => $"`{name}`"))}", key);
        }
    }
}
