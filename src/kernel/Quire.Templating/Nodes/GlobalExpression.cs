using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary>Reads a name of the request (or a global) and keeps it in a slot of the frame for the next time.</summary>
internal sealed class GlobalExpression(int index, string name) : Expression
{
    private readonly UndefinedInfo _info = new(name);
    private int _hint;

    public string Name => name;

    public override Value Evaluate(RenderContext context)
    {
        ref var value = ref context.Slots[index];
        if (value.IsMissing) value = Resolve(context);
        return value;
    }

    public override Expression Bind(Binder binder, BindFrame frame) => this;

    private Value Resolve(RenderContext context) =>
        context.Scope.TryRequest(context, name, ref _hint, out var value) || context.Scope.TryResolve(context, name, out value) ? value : context.MakeUndefined(_info);
}
