using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary>Reads a slot of a surrounding frame from inside a macro or recursive loop.</summary>
internal sealed class OuterSlotExpression(int hops, int index, string name, bool resolves) : Expression
{
    private readonly UndefinedInfo _info = new(name);

    public override Value Evaluate(RenderContext context)
    {
        var frame = context.Frame;
        for (var i = 0; i < hops; i++) frame = frame.Parent!;
        ref var value = ref frame.Slots[index];
        if (!value.IsMissing) return value;
        if (resolves && context.Scope.TryResolve(context, name, out var found)) return value = found;
        return context.MakeUndefined(_info);
    }

    public override Expression Bind(Binder binder, BindFrame frame) => this;
}
