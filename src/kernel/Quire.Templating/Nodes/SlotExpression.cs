using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary>Reads a slot of the frame that runs: a loop variable, a parameter, something that was set.</summary>
internal sealed class SlotExpression(int index, string name) : Expression
{
    private readonly UndefinedInfo _info = new(name);

    public string Name => name;

    public override Value Evaluate(RenderContext context)
    {
        ref readonly var value = ref context.Slots[index];
        return value.IsMissing ? context.MakeUndefined(_info) : value;
    }

    public override void Emit(RenderContext context)
    {
        ref readonly var value = ref context.Slots[index];
        context.Emit(value.IsMissing ? context.MakeUndefined(_info) : value);
    }

    public override Expression Bind(Binder binder, BindFrame frame) => this;
}
