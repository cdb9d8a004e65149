namespace Quire.Prompts.Validation;

/// <summary>Looks for secrets, personal data and signs of injection in a text. Rules, not models; linear in the text's length.</summary>
public static class TextScan
{
    /// <summary>How many findings of one kind a scan reports.</summary>
    public const int MaxFindings = 100;

    /// <summary>Keys, tokens, passwords: they block a write.</summary>
    public static IReadOnlyList<TextFinding> Secrets(string text) => Run(SecretRules.All, text);

    /// <summary>Mail addresses, telephone, card, account and identity numbers: warnings.</summary>
    public static IReadOnlyList<TextFinding> PersonalData(string text) => Run(PersonalDataRules.All, text);

    /// <summary>Signs of injection: risks with their spans, never a verdict.</summary>
    public static IReadOnlyList<TextFinding> Injection(string text) => Run(InjectionRules.All, text);

    private static List<TextFinding> Run(IReadOnlyList<TextRule> rules, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new List<TextFinding>();
        foreach (var rule in rules)
            rule.Find(text, findings, MaxFindings);
        return WithoutOverlaps(findings);
    }

    // Where two rules see the same characters, the more serious and then the earlier rule counts.
    private static List<TextFinding> WithoutOverlaps(List<TextFinding> findings)
    {
        var kept = new List<TextFinding>();
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity))
        {
            if (!kept.Exists(other => finding.Start < other.Start + other.Length && other.Start < finding.Start + finding.Length))
                kept.Add(finding);
        }

        kept.Sort((left, right) => left.Start.CompareTo(right.Start));
        return kept;
    }
}
