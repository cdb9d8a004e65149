using System.Text;
using Quire.Composition.Locks;
using Quire.Prompts;
using Quire.Prompts.PromptFiles;
using Quire.Prompts.Schemas;
using Quire.Prompts.Validation;
using Quire.Templating.Diagnostics;

namespace Quire.Composition.Validation;

/// <summary>
/// The one pipeline of checks: the write door, REST, the terminal and the editor all ask here, so that a file gets the same
/// findings everywhere. Pure.
/// </summary>
public static class PromptValidator
{
    /// <summary>Checks one file.</summary>
    public static ValidationReport Validate(ValidationInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var parsed = PromptFileParser.Parse(input.TreePath, input.Bytes.Span);
        if (parsed.File is not { } file)
            return new(null, parsed.Diagnostics, []);
        var findings = new List<Diagnostic>(parsed.Diagnostics);
        findings.AddRange(CheckVariables(file, input));
        findings.AddRange(file.IsContribution ? CheckContribution(file, input) : []);
        var breaks = file.IsContribution || input.Contributions.Count == 0 ? [] : BaseChange.Breaks(input.Before, file, input.Contributions);
        findings.AddRange(breaks.Select(one => one.Reason with { Severity = Severity.Warning }));
        findings.AddRange(CheckContent(file, input.Bytes.Span, input.Policy));
        return new(file, findings, breaks);
    }

    /// <summary>
    /// What a prompt's text has to answer for: declared variables, content rules, secrets, personal data, signs of injection. In files that
    /// Quire keeps verbatim (any text file that is no <c>.prompt.*</c>) nothing is worse than a warning: a README is no prompt's author.
    /// </summary>
    /// <param name="file">The prompt.</param>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="policy">What its organisation asks.</param>
    public static IReadOnlyList<Diagnostic> CheckContent(PromptFile file, ReadOnlySpan<byte> bytes, ValidationPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(policy);
        var text = Encoding.UTF8.GetString(bytes);
        var found = VariableUseChecker.Check(file).Concat(ContentChecker.Check(file, text, policy.Content)).Concat(CheckText(text, file.FilePath));
        return [.. found.Select(finding => Judge(finding, policy, file.Format == PromptFormat.Text)).OfType<Diagnostic>()];
    }

    /// <summary>Secrets, personal data and signs of injection in a text that is no prompt file, none of them worse than a warning.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What findings call it.</param>
    public static IReadOnlyList<Diagnostic> CheckPlainText(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. CheckText(text, name).Select(finding => Judge(finding, ValidationPolicy.Default, isVerbatim: true)).OfType<Diagnostic>()];
    }

    private static IEnumerable<Diagnostic> CheckText(string text, string name) =>
        TextScan.Secrets(text).Concat(TextScan.PersonalData(text)).Concat(TextScan.Injection(text)).Select(finding => finding.ToDiagnostic(name, text));

    private static Diagnostic? Judge(Diagnostic finding, ValidationPolicy policy, bool isVerbatim)
    {
        if (policy.Severities.TryGetValue(finding.Code, out var wanted))
        {
            if (wanted is not { } severity)
                return null;
            finding = finding with { Severity = severity };
        }
        return isVerbatim && finding.Severity == Severity.Error ? finding with { Severity = Severity.Warning } : finding;
    }

    // The request's variables are one set for all layers: what another one declares is not unknown here.
    private static IReadOnlyList<Diagnostic> CheckVariables(PromptFile file, ValidationInput input)
    {
        if (input.Variables is not { } variables || file.Variables is not { } schema)
            return [];
        var basePrompt = file.Contribution is { } header ? input.FindBase?.Invoke(header.Extends) : null;
        var elsewhere = input.Contributions.Append(basePrompt).SelectMany(other => other?.Variables?.Names ?? Enumerable.Empty<string>());
        return VariableReport.Of(schema, variables, file.FilePath, elsewhere.ToHashSet(StringComparer.Ordinal));
    }

    private static IReadOnlyList<Diagnostic> CheckContribution(PromptFile file, ValidationInput input)
    {
        if (input.FindBase is null)
            return [.. PairChecker.Twins(file, input.Contributions)];
        return [.. PairChecker.Check(file, input.FindBase(file.Contribution!.Extends), input.Contributions)];
    }
}
