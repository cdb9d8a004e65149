namespace Quire.Prompts;

/// <summary>The limits on what is read from outside, in one table. Tests read them from here.</summary>
public static class PromptLimits
{
    /// <summary>The largest prompt file, in bytes.</summary>
    public const int MaxFileBytes = 4 * 1024 * 1024;

    /// <summary>The longest front matter, in UTF-16 units.</summary>
    public const int MaxFrontMatter = 256 * 1024;

    /// <summary>How deep YAML may nest.</summary>
    public const int MaxYamlDepth = 64;

    /// <summary>How many scalars, lists and mappings one YAML document may have.</summary>
    public const int MaxYamlNodes = 50_000;

    /// <summary>How many messages, placeholders and merge points a chat prompt may have.</summary>
    public const int MaxChatItems = 1_000;

    /// <summary>How many blocks a contribution may have.</summary>
    public const int MaxContributionBlocks = 200;

    /// <summary>How many tags a prompt may have.</summary>
    public const int MaxTags = 50;

    /// <summary>The longest tag, category, role, placeholder or merge point name, in UTF-16 units.</summary>
    public const int MaxName = 100;

    /// <summary>The longest description, in UTF-16 units.</summary>
    public const int MaxDescription = 10_000;

    /// <summary>How many variables a schema may declare at its top.</summary>
    public const int MaxVariables = 500;

    /// <summary>How many findings one file reports; the rest is left out.</summary>
    public const int MaxDiagnostics = 50;
}
