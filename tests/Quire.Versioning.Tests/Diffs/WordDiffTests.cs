using Quire.Versioning.Diffs.Words;

namespace Quire.Versioning.Tests.Diffs;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("Be clear and brief.", "Be very clear and kind.", "Be clear and [brief].", "Be [very ]clear and [kind].")]
    [InlineData("{{ name }}", "{{ user_name }}", "{{ [name] }}", "{{ [user_name] }}")]
    [InlineData("Grüße an 𝒜lice", "Grüße an 𝒜lice!", "Grüße an 𝒜lice", "Grüße an 𝒜lice[!]")]
    [InlineData("", "all new", "", "[all new]")]
    [InlineData("gone", "", "[gone]", "")]
    [InlineData("same", "same", "same", "same")]
    [InlineData("e\u0301a 😀", "e\u0301a 😁", "e\u0301a [😀]", "e\u0301a [😁]")]
    public void Changed_words_are_marked_on_both_sides(string old, string @new, string markedOld, string markedNew)
    {
        var diff = WordDiff.Compute(old, @new);

        Mark(old, diff.Old).ShouldBe(markedOld);
        Mark(@new, diff.New).ShouldBe(markedNew);
    }

    private static string Mark(string text, IReadOnlyList<WordSpan> spans) =>
        string.Concat(spans.Select(s => s.IsChanged ? $"[{text.Substring(s.Start, s.Length)}]" : text.Substring(s.Start, s.Length)));
}
