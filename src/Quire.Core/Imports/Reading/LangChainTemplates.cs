using Quire.Core.Langfuse;
using Quire.Core.Limits;
using Quire.Prompts;
using Quire.Templating;

namespace Quire.Core.Imports.Reading;

/// <summary>
/// Reads the texts of one prompt of LangChain, whose templates are of one of three kinds, and says in which dialect they stand here: f-strings in
/// <c>variables</c>, and in <c>jinja</c> where a text has braces that <c>variables</c> cannot say.
/// </summary>
internal sealed class LangChainTemplates
{
    private string? _kind;

    /// <summary>A template.</summary>
    /// <exception cref="ItemRefusedException">It is of another kind than those before, or cannot be read.</exception>
    public TemplateDraft Template(string? role, string text, string? kind)
    {
        kind ??= "f-string";
        if ((_kind ??= kind) != kind)
            throw new ItemRefusedException($"its texts are of two kinds, {_kind} and {kind}.", "Write all of them in one.");
        return kind == "f-string" ? new TemplateDraft(role, null, FString.Parse(text), null) : new TemplateDraft(role, null, null, text);
    }

    /// <summary>A text that is no template, whatever braces it has.</summary>
    public static TemplateDraft Verbatim(string? role, string text) => new(role, null, FString.Verbatim(text), null);

    /// <summary>Bounds what examples make: a short file can stand for a long prompt.</summary>
    /// <param name="length">The characters so far.</param>
    /// <param name="messages">The messages so far.</param>
    /// <exception cref="ItemRefusedException">It is too much for a prompt.</exception>
    public static void CheckLength(long length, int messages)
    {
        if (length > QuireLimits.PromptBytes.Value || messages > PromptLimits.MaxChatItems)
            throw new ItemRefusedException($"with its examples it has more than {QuireLimits.PromptBytes.Value:N0} characters or {PromptLimits.MaxChatItems:N0} messages.", "Leave examples out.");
    }

    /// <summary>The dialect, and the texts in it.</summary>
    /// <exception cref="ItemRefusedException">The kind is not known, or a text cannot be said in it.</exception>
    public (Dialect Dialect, IReadOnlyList<LangfuseMessage> Messages) Write(IReadOnlyList<TemplateDraft> drafts)
    {
        var dialect = _kind switch
        {
            null or "f-string" => drafts.Any(draft => draft.Words is { } words && words.ToVariables() is null) ? Dialect.Jinja : Dialect.Variables,
            "mustache" => Dialect.Mustache,
            "jinja2" => Dialect.Jinja,
            var other => throw new ItemRefusedException($"'{other}' is no kind of template that is understood.", "Understood are f-string, mustache and jinja2."),
        };
        return (dialect, [.. drafts.Select(draft => new LangfuseMessage(draft.Role, draft.Placeholder is null ? Text(draft, dialect) : null, draft.Placeholder))]);
    }

    private static string Text(TemplateDraft draft, Dialect dialect) => dialect switch
    {
        _ when draft.Words is null => draft.Source!,
        Dialect.Jinja => draft.Words.ToJinja(),
        Dialect.Mustache when draft.Words.Parts.Any(part => part.Text.Contains("{{", StringComparison.Ordinal)) =>
            throw new ItemRefusedException("a message that is no template has braces that mustache would read.", "Write its braces apart, or the prompt in jinja2."),
        _ => draft.Words.ToVariables()!,
    };
}
