using System.Text.Json;
using Quire.Cli.Terminal;
using Quire.Core.Errors;
using Quire.Prompts.PromptFiles;
using Quire.Templating;
using Quire.Templating.Diagnostics;
using Quire.Templating.Values;

namespace Quire.Cli.Rendering;

/// <summary>Renders templates and prompt files in this process; places where layers could contribute show their default text.</summary>
/// <param name="variables">The variables of the call.</param>
/// <param name="clock">The clock of budgets.</param>
/// <param name="resolve">Finds what a template includes; null finds nothing.</param>
internal sealed class PromptRenderer(IReadOnlyDictionary<string, JsonElement> variables, TimeProvider clock, Func<string, Template?>? resolve = null)
{
    /// <summary>Renders a single template.</summary>
    public Rendered Render(Template template) => new(Run(template, Values(null), shift: finding => finding), null);

    /// <summary>Renders a prompt file.</summary>
    public Rendered Render(PromptFile file)
    {
        if (file.Contribution is { } contribution)
        {
            throw new QuireException(ErrorKind.Rejected, "not_renderable", $"'{file.FilePath}' only contributes to '{contribution.Extends}'.",
                $"Compose what it extends: quire compose {contribution.Extends}");
        }
        var values = Values(file);
        return file.Body is { } body
            ? new Rendered(Run(body.Template, values, body.InFile), null)
            : new Rendered(null, [.. file.Messages.SelectMany(item => Messages(item, values))]);
    }

    private IEnumerable<RenderedMessage> Messages(ChatItem item, Value values) => item switch
    {
        ChatItem.Message message => [new RenderedMessage(message.Role, Run(message.Content.Template, values, message.Content.InFile))],
        ChatItem.Placeholder placeholder => Given(placeholder.Name),
        ChatItem.MergePoint point => point.Default.SelectMany(child => Messages(child, values)),
        _ => [],
    };

    // A placeholder takes the messages that the variables hold under its name.
    private IEnumerable<RenderedMessage> Given(string name)
    {
        if (!variables.TryGetValue(name, out var list) || list.ValueKind != JsonValueKind.Array)
            return [];
        return list.EnumerateArray().Select(item => new RenderedMessage(Text(item, "role", name), Text(item, "content", name)));
    }

    private static string Text(JsonElement message, string member, string placeholder) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new QuireException(ErrorKind.Invalid, "wrong_message", $"A message for the placeholder '{placeholder}' has no {member}.", """Messages are {"role": "user", "content": "…"}.""");

    private Value Values(PromptFile? file)
    {
        var given = JsonText.ToValue(variables);
        if (file?.Variables?.Check(given) is not { } check)
            return given;
        return check.Succeeded ? check.Variables : throw Findings.Refuse("The variables do not fit", [.. check.Findings.Select(finding => finding.ToDiagnostic(file.FilePath))]);
    }

    private string Run(Template template, Value values, Func<Diagnostic, Diagnostic> shift)
    {
        var result = template.Render(new RenderRequest { Variables = values, Clock = clock, Resolve = resolve });
        return result.Error is { } error ? throw Findings.Refuse("The template does not render", [shift(error)]) : result.Output!;
    }
}
