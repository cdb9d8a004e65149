namespace Quire.Templating.Mustache;

/// <summary>The start of a line that prints something: where the indentation of partials and blocks goes.</summary>
internal sealed class MustacheLineStart(string blanks) : MustacheNode
{
    public string Blanks => blanks;

    public override void Run(MustacheRun run) => run.StartLine(blanks);
}
