namespace Quire.Composition.UserText;

/// <summary>
/// Finds bidirectional controls, characters without width, tag characters and words that mix look-alike letters of several
/// scripts. One pass; runs of the same kind are one finding.
/// </summary>
public static class UserTextInspector
{
    private const int MaxFindings = 100;

    /// <summary>What the text of a merge point has, in order; at most 100 findings.</summary>
    public static IReadOnlyList<UserTextFinding> Inspect(string mergePoint, string text)
    {
        ArgumentNullException.ThrowIfNull(mergePoint);
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
            return [];
        var findings = new List<UserTextFinding>();
        var word = new WordScripts();
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (findings.Count >= MaxFindings)
                return findings;
            if (InvisibleCharacters.CodeOf(rune) is { } code)
                AddRun(findings, code, mergePoint, position, rune.Utf16SequenceLength);
            if (word.Take(rune, position) is { } mixed)
                findings.Add(LookAlike(mergePoint, mixed.Start, mixed.Length));
            position += rune.Utf16SequenceLength;
        }

        if (word.End(position) is { } last)
            findings.Add(LookAlike(mergePoint, last.Start, last.Length));
        return findings;
    }

    private static void AddRun(List<UserTextFinding> findings, string code, string mergePoint, int start, int length)
    {
        if (findings.Count > 0 && findings[^1] is var last && last.Code == code && last.Start + last.Length == start)
            findings[^1] = last with { Length = last.Length + length };
        else
            findings.Add(new(code, mergePoint, start, length, InvisibleCharacters.MessageOf(code)));
    }

    private static UserTextFinding LookAlike(string mergePoint, int start, int length) =>
        new(CompositionCodes.LookAlike, mergePoint, start, length, "A word mixes letters of several scripts that look alike.");
}
