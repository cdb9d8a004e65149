namespace Quire.Templating.Mustache;

/// <summary>Text within one line of the source (its end included), without the blanks at the start of the line.</summary>
internal sealed class MustacheText(string text) : MustacheNode
{
    public override void Run(MustacheRun run) => run.Write(text, null);
}
