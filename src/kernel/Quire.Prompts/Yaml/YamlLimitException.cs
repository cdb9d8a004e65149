namespace Quire.Prompts.Yaml;

/// <summary>Carries a refused construct out of the reader; never leaves this folder.</summary>
internal sealed class YamlLimitException(string code, string message, string? hint, YamlSpan span) : Exception(message)
{
    public string Code { get; } = code;

    public string? Hint { get; } = hint;

    public YamlSpan Span { get; } = span;
}
