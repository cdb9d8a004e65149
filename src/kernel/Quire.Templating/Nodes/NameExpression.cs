using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary>A name. Binding turns a read into the node for its kind of slot; what stays is the target of an assignment.</summary>
internal sealed class NameExpression(string name) : Expression
{
    private SlotReference? _slot;

    public string Name => name;

    public NameContext Context { get; set; }

    public SlotReference Slot => _slot!;

    public override bool CanAssign => name is not ("true" or "false" or "none" or "True" or "False" or "None");

    public override string Kind => "name";

    public override Value Evaluate(RenderContext context) => context.Slots[_slot!.Index];

    public void Assign(RenderContext context, in Value value) => context.Slots[_slot!.Index] = value;

    public override void Collect(SymbolCollector symbols) => symbols.Name(this);

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        if (Context == NameContext.Load) return binder.Load(this, frame);
        if (Context == NameContext.Store) binder.NoteAssignment(name, frame);
        _slot = frame.Symbols.Find(name)!;
        return this;
    }
}
