using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>{% block name scoped required %}…{% endblock %}</c>.</summary>
internal sealed class BlockStatement(string name, bool isScoped, bool isRequired, Statement[] body) : Statement
{
    private FrameEntry _entry = FrameEntry.None;
    private LocalNames? _locals;
    private int _selfSlot = -1;
    private int _superSlot = -1;
    private bool _isSkipped;
    private bool _checks;

    public string Name => name;

    public bool IsScoped => isScoped;

    public Statement[] Body => body;

    public Unit Unit { get; } = new(null);

    public override void VisitChildren(INodeVisitor visitor)
    {
        foreach (var statement in body) visitor.Visit(statement);
    }

    public override Flow Run(RenderContext context)
    {
        if (_isSkipped || (_checks && context.Scope.Parent is not null)) return Flow.Normal;
        context.Place = Place;
        var scope = context.Scope;
        if (isRequired && scope.Blocks![name].Count <= 1) throw Errors.Runtime($"Required block '{name}' not found", "a child template must give it");
        var target = scope;
        if (_locals is not null)
        {
            target = scope.Derive();
            _locals.Copy(context, target);
        }
        BlockRunner.Run(context, target, name, 0);
        return Flow.Normal;
    }

    /// <summary>Runs the body in a frame of its own; <paramref name="index"/> is its place among the block's bodies.</summary>
    public void RunBody(RenderContext context, int index)
    {
        var old = context.Enter(Unit, null);
        if (_selfSlot >= 0) context.Slots[_selfSlot] = Value.Of(new SelfObject(context.Scope));
        if (_superSlot >= 0) context.Slots[_superSlot] = BlockReference.Super(context, context.Scope, name, index);
        _entry.Run(context);
        RunAll(body, context);
        context.Leave(old);
    }

    public override void Collect(SymbolCollector symbols)
    {
    }

    public override void Bind(Binder binder, BindFrame frame)
    {
        if (frame.IsTopLevel)
        {
            _isSkipped = binder.HasKnownExtends;
            if (_isSkipped) return;
            _checks = binder.ExtendsSoFar > 0;
        }
        if (isScoped) _locals = LocalNames.Of(frame);
        SetPlace(binder.Note(Line));
    }

    public void BindBody(Binder binder)
    {
        var symbols = new Symbols(Unit, null);
        var special = UndeclaredNames.Find(body, "self", "super");
        if (special.Contains("self")) _selfSlot = symbols.Declare("self").Index;
        if (special.Contains("super")) _superSlot = symbols.Declare("super").Index;
        new SymbolCollector(symbols).VisitAll(body);
        _entry = FrameEntry.Of(symbols);
        binder.Note(Line);
        binder.BindAll(body, new BindFrame(symbols));
    }
}
