using Quire.Prompts.Names;

namespace Quire.AspNetCore.Langfuse;

/// <summary>Checks the names of new prompts: first as Langfuse does and in its words, then by the grammar of paths.</summary>
internal static class LangfuseNames
{
    private static readonly HashSet<string> Reserved = ["new", "metrics", "prompt-detail"];

    /// <summary>The name, without blanks around it.</summary>
    public static string Check(string name)
    {
        if (Fault(name) is { } fault)
            throw LangfuseIssue.At("name", fault);
        var trimmed = name.Trim();
        if (trimmed.Length == 0)
            throw LangfuseIssue.At("name", "Name cannot be empty");
        if (Reserved.Contains(trimmed))
            throw LangfuseIssue.At("name", $"Prompt name cannot be '{trimmed}'");
        return PromptPath.TryParse(trimmed, out _, out var error) ? trimmed : throw LangfuseIssue.At("name", $"Quire cannot keep a prompt of this name. {error.Message}");
    }

    private static string? Fault(string name) => name switch
    {
        "" => "Text cannot be empty",
        _ when HasTag(name) => "Text cannot contain HTML tags",
        _ when name.Contains('|') => "Prompt name cannot contain '|' character",
        ['/', ..] => "Name cannot start with a slash",
        _ when name.Contains("//", StringComparison.Ordinal) => "Name cannot contain consecutive slashes",
        [.., '/'] => "Name cannot end with a slash",
        _ => null,
    };

    private static bool HasTag(string name)
    {
        var start = name.IndexOf('<', StringComparison.Ordinal);
        return start >= 0 && name.IndexOf('>', start) > start + 1;
    }
}
