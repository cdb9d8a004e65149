using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>{% for x in xs if test recursive %}…{% else %}…{% endfor %}</c>.</summary>
internal sealed class ForStatement(Expression target, Expression source, Statement[] body, Statement[] otherwise, Expression? test, bool isRecursive) : Statement
{
    private readonly Expression _testTarget = CopyTarget(target);
    private Expression _source = source;
    private Expression? _test = test;
    private long _testPlace;
    private FrameEntry _bodyEntry = FrameEntry.None;
    private FrameEntry _elseEntry = FrameEntry.None;
    private FrameEntry _testEntry = FrameEntry.None;
    private Unit? _unit;
    private int _loopSlot = -1;

    public Expression Target => target;

    public Expression Source => _source;

    public Statement[] Body => body;

    public Statement[] Otherwise => otherwise;

    public override void VisitChildren(INodeVisitor visitor)
    {
        visitor.Visit(target);
        visitor.Visit(_source);
        foreach (var statement in body) visitor.Visit(statement);
        foreach (var statement in otherwise) visitor.Visit(statement);
        if (_test is not null) visitor.Visit(_test);
    }

    public override Flow Run(RenderContext context)
    {
        context.Place = Place;
        var source = _source.Evaluate(context);
        if (!isRecursive) return Loop(context, source, null, 0);
        var start = new RecursiveLoop(this, context.Frame, context.Scope, context.Template);
        start.Write(context, source, 0);
        return Flow.Normal;
    }

    /// <summary>One level of a recursive loop, in a frame of its own; prints into the output.</summary>
    public void RunLevel(RenderContext context, in Value source, RecursiveLoop recursion, int depth)
    {
        var old = context.Enter(_unit!, recursion.Frame);
        Loop(context, source, recursion, depth);
        context.Leave(old);
    }

    public override void Collect(SymbolCollector symbols) => symbols.Visit(_source);

    public override void Bind(Binder binder, BindFrame frame)
    {
        var loopFrame = (isRecursive ? frame.InnerUnit() : frame.Inner()) with { ChecksOutput = frame.ChecksOutput, Loops = frame.Loops + 1 };
        var elseFrame = new BindFrame(new Symbols(loopFrame.Unit, frame.Symbols)) { ChecksOutput = frame.ChecksOutput, Loops = isRecursive ? 0 : frame.Loops };
        var testFrame = new BindFrame(new Symbols(loopFrame.Unit, frame.Symbols));
        if (isRecursive)
        {
            _unit = loopFrame.Unit;
            frame.Unit.IsCaptured = true;
        }
        if (isRecursive || UndeclaredNames.Find(body, "loop").Count > 0 || HasScopedBlock()) _loopSlot = loopFrame.Symbols.Declare("loop").Index;
        CollectBody(loopFrame, elseFrame);
        BindTest(binder, loopFrame, testFrame);
        CheckLoopName(binder);
        if (isRecursive) binder.Note(Line);
        SetPlace(binder.Note(Line));
        BindTarget(binder, target, loopFrame);
        if (!isRecursive) _source = _source.Bind(binder, frame);
        _bodyEntry = FrameEntry.Of(loopFrame.Symbols);
        binder.BindAll(body, loopFrame);
        _elseEntry = FrameEntry.Of(elseFrame.Symbols);
        binder.BindAll(otherwise, elseFrame);
        if (!isRecursive) return;
        SetPlace(binder.Note(Line));
        _source = _source.Bind(binder, frame);
    }

    private void CollectBody(BindFrame loopFrame, BindFrame elseFrame)
    {
        var collector = new SymbolCollector(loopFrame.Symbols);
        collector.Declare(target);
        collector.VisitAll(body);
        new SymbolCollector(elseFrame.Symbols).VisitAll(otherwise);
    }

    private void BindTest(Binder binder, BindFrame loopFrame, BindFrame testFrame)
    {
        if (_test is null) return;
        var collector = new SymbolCollector(testFrame.Symbols);
        collector.Declare(_testTarget);
        collector.Visit(_test);
        _testEntry = FrameEntry.Of(testFrame.Symbols);
        _testPlace = MakePlace(binder.Note(_test.Line), _test.Position);
        BindTarget(binder, _testTarget, testFrame);
        _test = _test.Bind(binder, testFrame);
    }

    private static void BindTarget(Binder binder, Expression target, BindFrame frame)
    {
        if (target is TupleExpression tuple)
            foreach (var item in tuple.Items) BindTarget(binder, item, frame);
        else target.Bind(binder, frame);
    }

    private static Expression CopyTarget(Expression target) => target switch
    {
        NameExpression name => new NameExpression(name.Name) { Context = NameContext.Store, Line = name.Line, Position = name.Position },
        TupleExpression tuple => new TupleExpression([.. tuple.Items.Select(CopyTarget)]) { Line = tuple.Line, Position = tuple.Position },
        _ => target,
    };

    private bool HasScopedBlock()
    {
        var found = false;
        new NodeSearch<BlockStatement>(b => found |= b.IsScoped).Visit(this);
        return found;
    }

    private void CheckLoopName(Binder binder)
    {
        NameExpression? wrong = null;
        new NodeSearch<NameExpression>(n =>
        {
            if (n.Context == NameContext.Store && n.Name == "loop") wrong ??= n;
        }).Visit(this);
        if (wrong is not null) binder.Diagnostics.Error(Diagnostics.Codes.WrongAssignment, "Can't assign to special loop variable in for-loop target", wrong);
    }

    private Flow Loop(RenderContext context, in Value source, RecursiveLoop? recursion, int depth)
    {
        if (_loopSlot < 0 && _test is null && source.IsSequence) return LoopList(context, source.Items);
        if (_loopSlot < 0)
        {
            var iterator = Iteration.Of(context, source);
            return LoopIterator(context, _test is null ? iterator : Filtered(context, iterator));
        }
        var state = _test is null && source.IsSequence
            ? new LoopObject(source.Items, recursion, depth)
            : new LoopObject(source, _test is null ? Iteration.Of(context, source) : Filtered(context, Iteration.Of(context, source)), _test is not null, recursion, depth);
        return LoopExtended(context, state);
    }

    private FilteredIterator Filtered(RenderContext context, ValueIterator source) => new(this, source, context.Frame);

    private Flow LoopList(RenderContext context, ListObject list)
    {
        var name = target as NameExpression;
        var completed = false;
        for (var i = 0; i < list.Count; i++)
        {
            if (name is not null) name.Assign(context, list[i]);
            else AssignTarget(context, list[i]);
            var flow = RunBody(context);
            if (flow == Flow.Normal) completed = true;
            else if (flow == Flow.Break) break;
            else if (flow == Flow.Stop) return Flow.Stop;
        }
        return completed ? Flow.Normal : RunElse(context);
    }

    private Flow LoopIterator(RenderContext context, ValueIterator iterator)
    {
        var completed = false;
        while (true)
        {
            context.Place = Place;
            if (!iterator.MoveNext(context, out var item)) break;
            AssignTarget(context, item);
            var flow = RunBody(context);
            if (flow == Flow.Normal) completed = true;
            else if (flow == Flow.Break) break;
            else if (flow == Flow.Stop) return Flow.Stop;
        }
        return completed ? Flow.Normal : RunElse(context);
    }

    private Flow LoopExtended(RenderContext context, LoopObject state)
    {
        var loop = Value.Of(state);
        var completed = false;
        while (true)
        {
            context.Place = Place;
            if (!state.MoveNext(context, out var item)) break;
            AssignTarget(context, item);
            context.Slots[_loopSlot] = loop;
            var flow = RunBody(context);
            if (flow == Flow.Normal) completed = true;
            else if (flow == Flow.Break) break;
            else if (flow == Flow.Stop) return Flow.Stop;
        }
        return completed ? Flow.Normal : RunElse(context);
    }

    private void AssignTarget(RenderContext context, in Value item)
    {
        context.Place = Place;
        Unpacking.Assign(context, target, item);
    }

    private Flow RunBody(RenderContext context)
    {
        context.Step();
        if (_bodyEntry != FrameEntry.None) _bodyEntry.Run(context);
        return RunAll(body, context);
    }

    /// <summary>As in Jinja, the else part also runs where no round came to its end because each broke off or went on early.</summary>
    private Flow RunElse(RenderContext context)
    {
        if (otherwise.Length == 0) return Flow.Normal;
        _elseEntry.Run(context);
        return RunAll(otherwise, context);
    }

    /// <summary>The items that pass the loop's own test, found as the loop asks for them.</summary>
    private sealed class FilteredIterator(ForStatement loop, ValueIterator source, Frame frame) : ValueIterator
    {
        private bool _entered;

        public override bool MoveNext(RenderContext context, out Value value)
        {
            var (oldFrame, oldPlace) = (context.Frame, context.Place);
            context.Leave(frame);
            context.Place = loop._testPlace;
            if (!_entered) loop._testEntry.Run(context);
            _entered = true;
            var found = Find(context, out value);
            context.Leave(oldFrame);
            context.Place = oldPlace;
            return found;
        }

        private bool Find(RenderContext context, out Value value)
        {
            while (Draw(context, source, out value))
            {
                context.Step();
                Unpacking.Assign(context, loop._testTarget, value);
                if (!loop._test!.Test(context)) continue;
                if (loop._testTarget is TupleExpression) value = Rebuilt(context, loop._testTarget);
                return true;
            }
            return false;
        }

        /// <summary>Jinja's filtered loops hand on what was unpacked, as tuples.</summary>
        private static Value Rebuilt(RenderContext context, Expression target) =>
            target is TupleExpression tuple ? Value.Tuple([.. tuple.Items.Select(item => Rebuilt(context, item))]) : target.Evaluate(context);
    }
}
