using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>ns.name</c> to the left of <c>=</c>.</summary>
internal sealed class NamespaceTarget(string space, string name) : Expression
{
    private Expression? _load;

    public string Space => space;

    public override bool CanAssign => true;

    public override string Kind => "nsref";

    public override Value Evaluate(RenderContext context) => _load!.Evaluate(context);

    public void Assign(RenderContext context, in Value value)
    {
        var target = _load!.Evaluate(context);
        if (target.Ref is not NamespaceObject names) throw Errors.Runtime("cannot assign attribute on non-namespace object", "make it with `namespace()`");
        context.Allocate(48);
        names.Names.Set(name, value);
    }

    /// <summary>Jinja checks the target before it reckons the value.</summary>
    public void Check(RenderContext context)
    {
        if (_load!.Evaluate(context).Ref is not NamespaceObject) throw Errors.Runtime("cannot assign attribute on non-namespace object", "make it with `namespace()`");
    }

    public override void Collect(SymbolCollector symbols) => symbols.Load(space);

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        _load = binder.Load(new NameExpression(space) { Line = Line, Position = Position }, frame);
        return this;
    }
}
