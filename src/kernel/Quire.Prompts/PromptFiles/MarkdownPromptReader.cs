using Quire.Prompts.Yaml;
using Quire.Templating;
using Quire.Templating.MergePoints;

namespace Quire.Prompts.PromptFiles;

/// <summary>Reads <c>NAME.prompt.md</c>: front matter, then a template or the blocks of a contribution.</summary>
internal static class MarkdownPromptReader
{
    public static readonly string[] Keys =
        ["type", "dialect", "description", "tags", "category", "variables", "model", "extends", "layer", "scope"];

    public static PromptFile? Read(ParseContext context)
    {
        if (FrontMatter.Find(context.Text) is not { } place)
        {
            context.Error(PromptFileCodes.UnclosedFrontMatter, "The front matter that begins here does not end.", "close it with a line `---`", 1, 1, 3);
            return null;
        }

        context.YamlLineOffset = 1;
        var head = new HeadReader(context, ReadHead(context, place));
        head.CheckKeys(Keys, YamlPromptReader.GitHubKeys, "in the front matter");
        var file = new PromptFile
        {
            FilePath = context.FilePath,
            Name = context.Name,
            Format = PromptFormat.Markdown,
            Type = head.Type(PromptType.Text),
            Dialect = head.Dialect(),
            Description = head.Text("description", PromptLimits.MaxDescription),
            Tags = head.Tags(),
            Category = head.Text("category", PromptLimits.MaxName),
            Variables = head.Variables(),
            Model = head.Json("model"),
            Extensions = head.Extensions(),
            Contribution = head.Contribution(),
        };
        return ReadBody(context, file, context.Text[place.BodyStart..], place.BodyLine, head.Value("extends") is not null);
    }

    private static YamlMappingNode? ReadHead(ParseContext context, FrontMatter place)
    {
        if (place.YamlEnd - place.YamlStart > PromptLimits.MaxFrontMatter)
            throw new YamlLimitException(PromptFileCodes.YamlLimit, $"The front matter is longer than {PromptLimits.MaxFrontMatter} characters.", "keep data in files of their own", new(1, 1, 0, 3));
        switch (YamlReader.Read(context.Text[place.YamlStart..place.YamlEnd]))
        {
            case null:
            case YamlScalarNode { Text: "" }:
                return null;
            case YamlMappingNode mapping:
                return mapping;
            case var other:
                context.Error(PromptFileCodes.BadValue, $"The front matter is {other.Kind}, but `key: value` lines are wanted.", null, other);
                return null;
        }
    }

    private static PromptFile ReadBody(ParseContext context, PromptFile file, string body, int line, bool contributes)
    {
        var options = new TemplateOptions
        {
            Dialect = file.Dialect,
            KeepTrailingNewline = contributes || file.Dialect != Dialect.Jinja,
            AllowMergePoints = !contributes,
            BaseLine = line,
            Name = context.FilePath,
        };
        if (!contributes)
            return file with { Body = context.ReadTemplate(body, options, 0) };
        var result = ContributionParser.Parse(body, file.Dialect, options);
        foreach (var diagnostic in result.Diagnostics)
            context.Add(context.Place(diagnostic, 0));
        return file with { Parts = ContributionParts.FromBlocks(context, result.Blocks) };
    }
}
