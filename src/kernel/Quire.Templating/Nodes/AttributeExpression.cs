using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Methods;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>x.name</c>. Remembers where in a map the name stood the last time.</summary>
internal sealed class AttributeExpression(Expression owner, string name) : Expression
{
    private readonly bool _mayBeMethod = MethodTable.IsMapMethod(name) || name.StartsWith('_');
    private Expression _owner = owner;
    private readonly LoopMember _loopMember = LoopObject.Member(name);
    private int _hint;

    public Expression Owner => _owner;

    public string Name => name;

    public override string Kind => "getattr";

    public override void VisitChildren(INodeVisitor visitor) => visitor.Visit(_owner);

    public override Value Evaluate(RenderContext context)
    {
        var owner = _owner.Evaluate(context);
        if (owner.Tag == Tag.Map && !_mayBeMethod && owner.Entries.TryGet(name, ref _hint, out var value)) return value;
        if (_loopMember != LoopMember.None && owner.Tag == Tag.Object && owner.Ref is LoopObject loop) return loop.Get(context, _loopMember);
        context.Inner = Position;
        return Access.Attribute(context, owner, name);
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        _owner = _owner.Bind(binder, frame);
        return this;
    }
}
