using System.Collections.Frozen;
using Quire.Templating.Filters;
using Quire.Templating.Formatting;
using Quire.Templating.Methods;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>The global functions of Jinja, and those of chat templates.</summary>
internal static class GlobalTable
{
    private static readonly Dictionary<string, Value> Functions = new(StringComparer.Ordinal)
    {
        ["range"] = Function(new("range", static (c, in _, in a) => Range(a)), "type", "<class 'range'>"),
        ["dict"] = Function(new("dict", static (c, in _, in a) => Dict(c, a)), "type", "<class 'dict'>"),
        ["namespace"] = Function(new("namespace", static (c, in _, in a) => Namespace(c, a)), "type", "<class 'jinja2.utils.Namespace'>"),
        ["cycler"] = Function(new("cycler", static (c, in _, in a) => Cycler(a)), "type", "<class 'jinja2.utils.Cycler'>"),
        ["joiner"] = Function(new("joiner", ["sep?"], static (_, in _, in a) => Value.Of(new JoinerObject(a.Or(0, Value.String(", "))))), "type", "<class 'jinja2.utils.Joiner'>"),
        ["lipsum"] = Function(new("lipsum", ["n?", "html?", "min?", "max?"], Lipsum.Make), "function", "<function generate_lorem_ipsum>"),
    };

    private static readonly FrozenDictionary<string, Value> Plain = Functions.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Value> Chat = new Dictionary<string, Value>(Functions, StringComparer.Ordinal)
    {
        ["raise_exception"] = Function(new("raise_exception", ["message"], static (c, in _, in a) => throw Errors.Raised(PythonText.Str(c, a[0]))), "function", "<function raise_exception>"),
        ["strftime_now"] = Function(new("strftime_now", ["format"], static (c, in _, in a) => Value.String(DateFormat.Format(c, c.Clock.GetLocalNow(), Converting.Text(a[0], "format")))), "function", "<function strftime_now>"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, Value> For(TemplateOptions options) => options.Dialect switch
    {
        Dialect.Jinja => options.ChatTemplate ? Chat : Plain,
        _ => FrozenDictionary<string, Value>.Empty,
    };

    private static Value Function(Definition definition, string typeName, string shown) => Value.Of(new FunctionObject(definition, typeName, shown));

    private static Value Range(in Arguments a)
    {
        if (a.Names.Length > 0) throw Errors.Type($"range() got an unexpected keyword argument '{a.Names[0]}'");
        if (a.Count is 0 or > 3) throw Errors.Type(a.Count == 0 ? "range expected at least 1 argument, got 0" : $"range expected at most 3 arguments, got {a.Count}");
        var start = a.Count == 1 ? 0 : Bound(a[0]);
        var stop = Bound(a[a.Count == 1 ? 0 : 1]);
        var step = a.Count == 3 ? Bound(a[2]) : 1;
        if (step == 0) throw Errors.Value("range() arg 3 must not be zero");
        if (RangeObject.CountOf(start, stop, step) > RangeObject.MaxLength)
            throw Errors.Overflow($"Range too big. The sandbox blocks ranges larger than MAX_RANGE ({RangeObject.MaxLength}).");
        return Value.Of(new RangeObject(start, stop, step));
    }

    private static long Bound(in Value value) => Converting.Index(value);

    private static Value Dict(RenderContext context, in Arguments a) => Value.Of(MakeMap(context, a, "dict"));

    private static Value Namespace(RenderContext context, in Arguments a) => Value.Of(new NamespaceObject(MakeMap(context, a, "dict")));

    private static MapObject MakeMap(RenderContext context, in Arguments a, string name)
    {
        if (a.Count > 1) throw Errors.Type($"{name} expected at most 1 argument, got {a.Count}");
        var map = new MapObject(a.Names.Length);
        if (a.Count == 1) MapMethods.Fill(context, map, a[0]);
        context.AllocateItems(a.Names.Length * 2L);
        for (var i = 0; i < a.Names.Length; i++) map.Set(a.Names[i], a.Named[i]);
        return map;
    }

    private static Value Cycler(in Arguments a)
    {
        if (a.Names.Length > 0) throw Errors.Type($"Cycler.__init__() got an unexpected keyword argument '{a.Names[0]}'");
        if (a.Count == 0) throw Errors.Runtime("at least one item has to be provided");
        return Value.Of(new CyclerObject(a.Positional.ToArray()));
    }
}
