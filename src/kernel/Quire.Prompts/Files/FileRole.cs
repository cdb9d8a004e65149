using Quire.Prompts.Names;

namespace Quire.Prompts.Files;

/// <summary>What a file of a tree is to Quire. Decided by its path and bytes alone, the same for commits, pushes and imports.</summary>
public abstract record FileRole
{
    private FileRole()
    {
    }

    /// <summary>A <c>.prompt.md</c> or <c>.prompt.yml</c> file: parsed, and called by its name without the ending.</summary>
    public sealed record Prompt(PromptPath Name, PromptFormat Format) : FileRole;

    /// <summary>Any other text file: a prompt of dialect text, verbatim, called by its whole path.</summary>
    public sealed record TextPrompt(PromptPath Name) : FileRole;

    /// <summary>Stored and listed, never numbered.</summary>
    /// <param name="Reason">Why it is no prompt: one clause for people.</param>
    public sealed record Asset(string Reason) : FileRole;

    /// <summary><c>quire.json</c> or <c>quire.lock</c>: belongs to the prompt set of its folder.</summary>
    public sealed record SetFile(bool IsLock) : FileRole;

    /// <summary>No tree may hold it.</summary>
    public sealed record Refused(NameError Error) : FileRole;

    /// <summary>The prompt's name where the file is a prompt; null otherwise.</summary>
    public PromptPath? PromptName => this switch
    {
        Prompt prompt => prompt.Name,
        TextPrompt text => text.Name,
        _ => null,
    };

    /// <summary>Decides the role of the file at <paramref name="treePath"/> (segments separated by <c>/</c>, from the tree's root).</summary>
    public static FileRole Classify(string treePath, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(treePath);
        if (TreePath.Check(treePath) is { } refusal)
            return new Refused(refusal);
        var isText = Utf8Text.IsText(bytes);
        if (!isText && PromptFileName.ClaimsPrompt(treePath))
            return new Refused(new(NameCodes.NotText, $"The prompt file `{SafeText.Of(treePath)}` is not text: {Utf8Text.Explain(bytes)}.", "save it as UTF-8, or take `.prompt` out of its name"));
        return TreePath.HasDotSegment(treePath) ? new Asset("a segment of its path begins with a dot") : ClassifyPlain(treePath, isText);
    }

    private static FileRole ClassifyPlain(string treePath, bool isText)
    {
        if (PromptFileName.IsSetFile(treePath) && PromptPath.CheckGrammar(treePath) is null)
            return new SetFile(treePath.EndsWith(".lock", StringComparison.Ordinal));
        if (!isText)
            return new Asset("it is not UTF-8 text");
        var (name, format) = PromptFileName.Split(treePath);
        if (!PromptPath.TryParse(name ?? treePath, out var path, out var error))
            return new Asset($"its path is outside the grammar of prompts: {error.Message}");
        return name is null ? new TextPrompt(path) : new Prompt(path, format);
    }

    /// <summary>The file's path for a prompt of the given name and format.</summary>
    public static string FilePath(PromptPath name, PromptFormat format)
    {
        ArgumentNullException.ThrowIfNull(name);
        return format switch
        {
            PromptFormat.Markdown => name.Value + PromptFileName.Markdown,
            PromptFormat.Yaml => name.Value + PromptFileName.Yaml,
            _ => name.Value,
        };
    }
}
