namespace Quire.Templating.Tests.Docs;

/// <summary>A fenced block of a page: the words behind its opening fence, and its text without the last newline.</summary>
internal sealed record Fence(string Page, int Line, string[] Words, string Text)
{
    public string Language => Words.Length == 0 ? "" : Words[0];

    public override string ToString() => $"docs/{Page}:{Line}";
}
