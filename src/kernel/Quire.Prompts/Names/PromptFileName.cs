namespace Quire.Prompts.Names;

/// <summary>What a file's name says about its role. Endings are read ignoring case, as file systems may.</summary>
internal static class PromptFileName
{
    public const string Markdown = ".prompt.md";
    public const string Yaml = ".prompt.yml";

    /// <summary>The prompt's name and format where the path ends in one of the two parsed endings; nulls otherwise.</summary>
    public static (string? Name, PromptFormat Format) Split(string path)
    {
        if (path.EndsWith(Markdown, StringComparison.OrdinalIgnoreCase))
            return (path[..^Markdown.Length], PromptFormat.Markdown);
        return path.EndsWith(Yaml, StringComparison.OrdinalIgnoreCase)
            ? (path[..^Yaml.Length], PromptFormat.Yaml)
            : (null, PromptFormat.Text);
    }

    /// <summary>Whether the last segment reads <c>NAME.prompt.EXTENSION</c>: such a file says it is a prompt, so it must be text.</summary>
    public static bool ClaimsPrompt(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var extension = name.LastIndexOf('.');
        return extension > 0 && extension < name.Length - 1 && name[..extension].EndsWith(".prompt", StringComparison.OrdinalIgnoreCase);
    }

    public static bool IsSetFile(string path) =>
        path.AsSpan(path.LastIndexOf('/') + 1) is "quire.json" or "quire.lock";
}
