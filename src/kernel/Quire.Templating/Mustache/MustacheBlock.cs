namespace Quire.Templating.Mustache;

/// <summary><c>{{$ name }}</c>: text that a child may replace. What replaces it is indented as the block is.</summary>
internal sealed class MustacheBlock(string name, IReadOnlyList<MustacheNode> body, string tagBlanks, bool isOwnLine, bool startsLine) : MustacheNode
{
    public string Name => name;

    /// <summary>The blanks before the first line of the content, or before the tag where there is no line.</summary>
    private string Blanks => FirstLine is { } line ? line.Blanks : tagBlanks;

    private MustacheLineStart? FirstLine => body.Count > 0 ? body[0] as MustacheLineStart : null;

    public override void Run(MustacheRun run)
    {
        if (run.Blocks is { } blocks && blocks.TryGetValue(name, out var other)) other.RunInstead(run, this);
        else RunAll(body, run);
    }

    private void RunInstead(MustacheRun run, MustacheBlock place)
    {
        if (FirstLine is null)
        {
            RunAll(body, run);
            return;
        }
        var (indent, strip, skips) = (run.Indent, run.Strip, run.SkipsStart);
        var blanks = place.IsInline ? place.TagBlanks : place.Blanks;
        run.Indent = indent + blanks[Math.Min(strip, blanks.Length)..];
        run.Strip = Blanks.Length;
        run.SkipsStart = place.IsInline && place.StartsLine;
        RunAll(body, run);
        (run.Indent, run.Strip, run.SkipsStart) = (indent, strip, skips);
    }

    private bool IsInline => !isOwnLine;

    private bool StartsLine => startsLine;

    private string TagBlanks => tagBlanks;
}
