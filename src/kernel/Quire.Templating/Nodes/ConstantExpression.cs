using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary>A literal, or an expression that was reckoned when the template was read.</summary>
internal sealed class ConstantExpression(Value value) : Expression
{
    public Value Value => value;

    public override string Kind => "const";

    public override Value Evaluate(RenderContext context) => value;

    public override Expression Bind(Binder binder, BindFrame frame) => this;

    public override bool TryConstant(out Value constant)
    {
        constant = value;
        return true;
    }
}
