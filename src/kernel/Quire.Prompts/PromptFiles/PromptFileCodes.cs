namespace Quire.Prompts.PromptFiles;

/// <summary>The stable codes of refused prompt files. A code is never reused.</summary>
public static class PromptFileCodes
{
    /// <summary>The path and bytes are no prompt's.</summary>
    public const string NotAPrompt = "QP3001";

    /// <summary>The file is larger than the limit.</summary>
    public const string TooLarge = "QP3002";

    /// <summary>The front matter begins but does not end.</summary>
    public const string UnclosedFrontMatter = "QP3003";

    /// <summary>The YAML does not parse.</summary>
    public const string YamlSyntax = "QP3004";

    /// <summary>Anchors, aliases, tags, several documents or keys that are no texts.</summary>
    public const string YamlConstruct = "QP3005";

    /// <summary>Depth or node count.</summary>
    public const string YamlLimit = "QP3006";

    /// <summary>A key stands twice in one mapping.</summary>
    public const string DuplicateKey = "QP3007";

    /// <summary>A key that the format does not have.</summary>
    public const string UnknownKey = "QP3008";

    /// <summary>A value of the wrong kind or outside its range.</summary>
    public const string BadValue = "QP3009";

    /// <summary>A key that is missing, or that makes no sense without another.</summary>
    public const string MissingKey = "QP3010";

    /// <summary>Two keys that exclude each other.</summary>
    public const string Conflict = "QP3011";

    /// <summary>A name stands twice in one prompt.</summary>
    public const string DuplicateName = "QP3012";

    /// <summary>The schema of the variables is not usable.</summary>
    public const string BadSchema = "QP3013";

    /// <summary>Too many items of a kind.</summary>
    public const string TooMany = "QP3014";
}
