using System.Text;
using Quire.Composition.Locks;
using Quire.Prompts.PromptFiles;
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
        findings.AddRange(CheckText(file, Encoding.UTF8.GetString(input.Bytes.Span), input.Policy));
        return new(file, findings, breaks);
    }

    private static IEnumerable<Diagnostic> CheckVariables(PromptFile file, ValidationInput input) =>
        input.Variables is { } variables && file.Variables is { } schema
            ? schema.Check(variables).Findings.Select(finding => finding.ToDiagnostic(file.FilePath))
            : [];

    private static List<Diagnostic> CheckContribution(PromptFile file, ValidationInput input)
    {
        var header = file.Contribution!;
        var findings = new List<Diagnostic>();
        foreach (var other in input.Contributions.Where(other => other.Contribution is { } theirs && theirs.Layer == header.Layer && theirs.Scope == header.Scope))
            findings.Add(LockChecker.InFile(file, header.Line, CompositionCodes.Duplicate, $"`{file.Name}` and `{other.Name}` both extend `{header.Extends}` as layer `{LockChecker.Name(header.Layer)}` with {(header.Scope is null ? "no scope" : $"scope `{header.Scope}`")}.", $"merge them into one file; the other is {other.FilePath}"));
        if (input.FindBase is null)
            return findings;
        if (input.FindBase(header.Extends) is { } basePrompt)
            findings.AddRange(LockChecker.Check(file, basePrompt, input.Contributions));
        else
            findings.Add(LockChecker.InFile(file, header.Line, CompositionCodes.OtherBase, $"The prompt `{header.Extends}`, which `{file.Name}` extends, does not exist.", "create it first, or correct `extends`"));
        return findings;
    }

    private static IEnumerable<Diagnostic> CheckText(PromptFile file, string text, ValidationPolicy policy)
    {
        var found = VariableUseChecker.Check(file)
            .Concat(ContentChecker.Check(file, text, policy.Content))
            .Concat(TextScan.Secrets(text).Concat(TextScan.PersonalData(text)).Concat(TextScan.Injection(text)).Select(finding => finding.ToDiagnostic(file.FilePath, text)));
        foreach (var finding in found)
        {
            if (!policy.Severities.TryGetValue(finding.Code, out var severity))
                yield return finding;
            else if (severity is { } other)
                yield return finding with { Severity = other };
        }
    }
}
