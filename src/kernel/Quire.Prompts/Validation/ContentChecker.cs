using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;
using Quire.Prompts.Tokens;
using Quire.Templating.Diagnostics;

namespace Quire.Prompts.Validation;

/// <summary>Checks a prompt file against content rules.</summary>
public static class ContentChecker
{
    /// <summary>What the rules have to say. Phrases are looked for in the whole text of the file, so that places are places in it.</summary>
    /// <param name="file">The prompt.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="rules">The rules of its organisation.</param>
    public static IReadOnlyList<Diagnostic> Check(PromptFile file, string text, ContentRules rules)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rules);
        var limits = rules.For(file.Contribution?.Layer);
        var findings = new List<Diagnostic>();
        CheckSize(file, text, limits, rules.Tokens, findings);
        CheckPhrases(file, text, limits, findings);
        CheckModel(file, limits, findings);
        return findings;
    }

    private static void CheckSize(PromptFile file, string text, ContentLimits limits, TokenCounter tokens, List<Diagnostic> findings)
    {
        if (limits.MaxLength is { } length && text.Length > length)
            findings.Add(Whole(file, limits, ValidationCodes.TooLong, $"The prompt has {text.Length} characters; at most {length} are allowed.", "shorten it, or split it by `include`"));
        if (limits.MaxTokens is { } most && tokens.Count(text, ModelName.Of(file.Model)) is var count && count.Count > most)
            findings.Add(Whole(file, limits, ValidationCodes.Tokens, $"The prompt has {(count.IsExact ? $"{count.Count} tokens of {SafeText.Of(count.Vocabulary!)}" : $"about {count.Count} tokens")}; at most {most} are allowed.", "shorten it"));
    }

    private static void CheckPhrases(PromptFile file, string text, ContentLimits limits, List<Diagnostic> findings)
    {
        foreach (var phrase in limits.ForbiddenPhrases)
        {
            if (Phrase.IndexOf(text, phrase) is var start and >= 0)
                findings.Add(new TextFinding(ValidationCodes.ForbiddenPhrase, limits.Severity, start, phrase.Length, $"The phrase `{SafeText.Of(phrase)}` is not allowed.", "rewrite the sentence").ToDiagnostic(file.FilePath, text));
        }

        foreach (var phrase in limits.RequiredPhrases.Where(phrase => Phrase.IndexOf(text, phrase) < 0))
            findings.Add(Whole(file, limits, ValidationCodes.RequiredPhrase, $"The phrase `{SafeText.Of(phrase)}` is required.", "add it"));
    }

    private static void CheckModel(PromptFile file, ContentLimits limits, List<Diagnostic> findings)
    {
        if (limits.AllowedModels is not { } allowed || ModelName.Of(file.Model) is not { } model || allowed.Any(pattern => ModelPattern.Matches(model, pattern)))
            return;
        findings.Add(Whole(file, limits, ValidationCodes.Model, $"The model `{SafeText.Of(model)}` is not allowed.", allowed.Count == 0 ? "leave the model out" : $"allowed are {string.Join(", ", allowed.Take(10).Select(name => $"`{SafeText.Of(name)}`"))}"));
    }

    private static Diagnostic Whole(PromptFile file, ContentLimits limits, string code, string message, string hint) =>
        new() { Code = code, Severity = limits.Severity, Message = message, Hint = hint, File = file.FilePath };
}
