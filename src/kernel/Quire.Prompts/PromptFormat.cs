namespace Quire.Prompts;

/// <summary>How a prompt is written down as a file.</summary>
public enum PromptFormat
{
    /// <summary>Any other text file: dialect text, verbatim, called by its whole path.</summary>
    Text,

    /// <summary><c>NAME.prompt.md</c>: YAML front matter, then the template.</summary>
    Markdown,

    /// <summary><c>NAME.prompt.yml</c>: a chat prompt in the format of GitHub Models.</summary>
    Yaml,
}
