using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>The <c>loop</c> of a loop's body. It also drives the loop, one item ahead where the body asks for what comes.</summary>
internal sealed class LoopObject : ValueObject
{
    private static readonly Definition CycleMethod = new("cycle", static (_, in self, in arguments) => ((LoopObject)self.Ref!).Cycle(arguments));

    private static readonly Definition ChangedMethod = new("changed", static (_, in self, in arguments) => ((LoopObject)self.Ref!).Changed(arguments));

    private static readonly UndefinedInfo NoPrevious = new(null, "there is no previous item");

    private static readonly UndefinedInfo NoNext = new(null, "there is no next item");

    private readonly ListObject? _list;
    private readonly RecursiveLoop? _recursion;
    private readonly int _depth;
    private readonly long _knownLength = -1;
    private ValueIterator? _iterator;
    private long _index = -1;
    private long _length = -1;
    private Value _before;
    private Value _current;
    private Value _after;
    private Value _lastChanged;

    public LoopObject(ListObject list, RecursiveLoop? recursion, int depth)
    {
        _list = list;
        _recursion = recursion;
        _depth = depth;
    }

    public LoopObject(in Value source, ValueIterator iterator, bool isFiltered, RecursiveLoop? recursion, int depth)
    {
        _iterator = iterator;
        _recursion = recursion;
        _depth = depth;
        if (!isFiltered) _knownLength = Iteration.LengthOrMinusOne(source);
    }

    public override string TypeName => "LoopContext";

    public override string QualifiedTypeName => "jinja2.runtime.LoopContext";

    public override bool IsTrue => true;

    public override bool IsCallable => true;

    public override long Length => ComparisonBudget.Current is { } context ? LengthOf(context) : -1;

    public long Index => _index;

    public bool MoveNext(RenderContext context, out Value item)
    {
        if (!Next(context, out item)) return false;
        _index++;
        _before = _current;
        _current = item;
        return true;
    }

    public static LoopMember Member(string name) => name switch
    {
        "index" => LoopMember.Index,
        "index0" => LoopMember.Index0,
        "first" => LoopMember.First,
        "last" => LoopMember.Last,
        _ => LoopMember.None,
    };

    public Value Get(RenderContext context, LoopMember member) => member switch
    {
        LoopMember.Index => Value.Number(_index + 1),
        LoopMember.Index0 => Value.Number(_index),
        LoopMember.First => Value.Bool(_index == 0),
        _ => Value.Bool(IsLast(context)),
    };

    public override bool TryGetAttribute(RenderContext context, string name, out Value value)
    {
        switch (name)
        {
            case "index": value = Value.Number(_index + 1); return true;
            case "index0": value = Value.Number(_index); return true;
            case "first": value = Value.Bool(_index == 0); return true;
            case "last": value = Value.Bool(IsLast(context)); return true;
            case "length": value = Value.Number(LengthOf(context)); return true;
            case "revindex": value = Value.Number(LengthOf(context) - _index); return true;
            case "revindex0": value = Value.Number(LengthOf(context) - _index - 1); return true;
            case "depth": value = Value.Number(_depth + 1); return true;
            case "depth0": value = Value.Number(_depth); return true;
            case "previtem": value = _index == 0 ? context.MakeUndefined(NoPrevious) : _before; return true;
            case "nextitem": value = Peek(context, out var next) ? next : context.MakeUndefined(NoNext); return true;
            case "cycle": value = Value.Of(new MethodObject(Value.Of(this), CycleMethod)); return true;
            case "changed": value = Value.Of(new MethodObject(Value.Of(this), ChangedMethod)); return true;
            default: value = default; return false;
        }
    }

    public override Value Call(RenderContext context, in Arguments arguments)
    {
        if (arguments.Count != 1 || arguments.Names.Length > 0) throw Errors.Type("loop() takes one argument, what to loop over");
        if (_recursion is null) throw Errors.Type("The loop must have the 'recursive' marker to be called recursively.", "write `{% for … in … recursive %}`");
        var text = _recursion.Render(context, arguments[0], _depth + 1);
        return context.AutoEscape ? Value.Markup(text) : Value.String(text);
    }

    public override void WriteRepr(OutputBuffer output, int depth) =>
        output.Write($"<LoopContext {(_index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}/{Length.ToString(System.Globalization.CultureInfo.InvariantCulture)}>");

    public override ValueIterator Iterate(RenderContext context) => new Rest(this);

    public override IEnumerable<Value> Held() => _list is null ? [_before, _current, _after] : [Value.Of(_list)];

    public bool IsLast(RenderContext context) => _list is not null ? _index + 1 >= _list.Count : !Peek(context, out _);

    private bool Next(RenderContext context, out Value item)
    {
        if (_list is not null)
        {
            var more = _index + 1 < _list.Count;
            item = more ? _list[(int)_index + 1] : default;
            return more;
        }
        if (!_after.IsMissing)
        {
            item = _after;
            _after = default;
            return true;
        }
        return _iterator!.MoveNext(context, out item);
    }

    private bool Peek(RenderContext context, out Value next)
    {
        if (_list is not null)
        {
            var more = _index + 1 < _list.Count;
            next = more ? _list[(int)_index + 1] : default;
            return more;
        }
        if (_after.IsMissing && !_iterator!.MoveNext(context, out _after)) _after = default;
        next = _after;
        return !next.IsMissing;
    }

    private long LengthOf(RenderContext context)
    {
        if (_length >= 0) return _length;
        if (_list is not null) return _length = _list.Count;
        if (_knownLength >= 0) return _length = _knownLength;
        var rest = new List<Value>();
        while (_iterator!.MoveNext(context, out var item))
        {
            context.Step();
            if ((rest.Count & 63) == 0) context.AllocateItems(64);
            rest.Add(item);
        }
        _length = rest.Count + _index + 1 + (_after.IsMissing ? 0 : 1);
        _iterator = new ListIterator(new ListObject([.. rest], rest.Count));
        return _length;
    }

    private Value Cycle(in Arguments arguments)
    {
        if (arguments.Names.Length > 0) throw Errors.Type($"LoopContext.cycle() got an unexpected keyword argument '{arguments.Names[0]}'");
        if (arguments.Count == 0) throw Errors.Type("no items for cycling given");
        return arguments[(int)(_index % arguments.Count)];
    }

    private Value Changed(in Arguments arguments)
    {
        if (arguments.Names.Length > 0) throw Errors.Type($"LoopContext.changed() got an unexpected keyword argument '{arguments.Names[0]}'");
        var value = Value.Tuple(arguments.Positional.ToArray());
        if (!_lastChanged.IsMissing && Comparison.Equal(_lastChanged, value)) return Value.False;
        _lastChanged = value;
        return Value.True;
    }

    private sealed class Rest(LoopObject loop) : ValueIterator
    {
        public override bool MoveNext(RenderContext context, out Value value)
        {
            value = default;
            StackGuard.Check();
            if (!loop.MoveNext(context, out var item)) return false;
            value = Value.Tuple(item, Value.Of(loop));
            return true;
        }
    }
}
