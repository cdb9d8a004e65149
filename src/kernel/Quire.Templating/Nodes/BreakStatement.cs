using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary><c>{% break %}</c> and <c>{% continue %}</c>.</summary>
internal sealed class BreakStatement(bool continues) : Statement
{
    public override Flow Run(RenderContext context) => continues ? Flow.Continue : Flow.Break;

    public override void Collect(SymbolCollector symbols)
    {
    }

    public override void Bind(Binder binder, BindFrame frame)
    {
        binder.Note(Line);
        if (frame.Loops == 0)
            binder.Diagnostics.Error(Diagnostics.Codes.MisplacedTag, $"'{(continues ? "continue" : "break")}' outside loop", this);
    }
}
