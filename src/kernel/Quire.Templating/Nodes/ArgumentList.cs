using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary>The arguments of a call, filter or test as written.</summary>
internal sealed class ArgumentList(Expression[] positional, string[] names, Expression[] named, Expression? more, Expression? moreNamed)
{
    public static readonly ArgumentList Empty = new([], [], [], null, null);

    private Expression? _more = more;
    private Expression? _moreNamed = moreNamed;

    public Expression[] Positional => positional;

    public string[] Names => names;

    public Expression[] Named => named;

    public bool IsEmpty => positional.Length == 0 && !HasNames && _more is null;

    public bool IsPlain => !HasNames && _more is null && positional.Length <= ValueBuffer.Capacity;

    private bool HasNames => names.Length > 0 || _moreNamed is not null;

    public void VisitChildren(INodeVisitor visitor)
    {
        foreach (var argument in positional) visitor.Visit(argument);
        foreach (var argument in named) visitor.Visit(argument);
        if (_more is not null) visitor.Visit(_more);
        if (_moreNamed is not null) visitor.Visit(_moreNamed);
    }

    public void Bind(Binder binder, BindFrame frame)
    {
        for (var i = 0; i < positional.Length; i++) positional[i] = positional[i].Bind(binder, frame);
        for (var i = 0; i < named.Length; i++) named[i] = named[i].Bind(binder, frame);
        _more = _more?.Bind(binder, frame);
        _moreNamed = _moreNamed?.Bind(binder, frame);
    }

    /// <summary>The arguments in the order of the definition's parameters, where all are constants and fit; else null.</summary>
    public Value[]? Constants(Definition definition)
    {
        if (!IsPlain || definition.Parameters is not { } parameters) return null;
        if (positional.Length > parameters.Length || positional.Length < definition.Required) return null;
        var values = new Value[parameters.Length];
        for (var i = 0; i < positional.Length; i++)
            if (!positional[i].TryConstant(out values[i])) return null;
        return values;
    }

    /// <summary>The values by position into the caller's room; only where <see cref="IsPlain"/>.</summary>
    public Span<Value> Fill(RenderContext context, Span<Value> room)
    {
        for (var i = 0; i < positional.Length; i++) room[i] = positional[i].Evaluate(context);
        return room[..positional.Length];
    }

    /// <summary>All values, with <c>*more</c> and <c>**more</c> spread; an extra named one at the end where given.</summary>
    public (Value[] Positional, string[] Names, Value[] Named) Evaluate(RenderContext context, string? extraName = null, Value extra = default)
    {
        var values = new List<Value>(positional.Length);
        foreach (var argument in positional) values.Add(argument.Evaluate(context));
        var keys = new List<string>(names);
        var namedValues = new List<Value>(names.Length);
        foreach (var argument in named) namedValues.Add(argument.Evaluate(context));
        if (_more is not null) values.AddRange(Iteration.ToArray(context, _more.Evaluate(context)));
        if (_moreNamed is not null) Spread(_moreNamed.Evaluate(context), keys, namedValues);
        if (extraName is not null)
        {
            if (keys.Contains(extraName)) throw Errors.Type($"got multiple values for keyword argument '{extraName}'");
            keys.Add(extraName);
            namedValues.Add(extra);
        }
        context.AllocateItems(values.Count + namedValues.Count);
        return ([.. values], [.. keys], [.. namedValues]);
    }

    private static void Spread(in Value map, List<string> keys, List<Value> values)
    {
        if (map.Tag != Tag.Map) throw map.IsUndefined ? UndefinedInfo.Fail(map) : Errors.Type($"argument after ** must be a mapping, not {TypeNames.Of(map)}");
        var entries = map.Entries;
        for (var i = 0; i < entries.Count; i++)
        {
            var key = entries.KeyAt(i);
            if (!key.IsText) throw Errors.Type("keywords must be strings");
            if (keys.Contains(key.Text)) throw Errors.Type($"got multiple values for keyword argument '{key.Text}'");
            keys.Add(key.Text);
            values.Add(entries.ValueAt(i));
        }
    }
}
