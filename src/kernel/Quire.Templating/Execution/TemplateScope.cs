using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>
/// The names a template sees beyond its own frames: what its top level set, names handed over by an include or a scoped block,
/// the names of the template that called it, the request's variables, the globals. Also its blocks, parents included.
/// </summary>
internal sealed class TemplateScope(Template template, TemplateScope? outer, TemplateScope? caller)
{
    private Dictionary<string, Value>? _vars;
    private Dictionary<string, Value>? _locals;
    private HashSet<string>? _exported;

    /// <summary>The template it was made for; <c>self</c> prints its name.</summary>
    public Template Template { get; } = template;

    /// <summary>The scope whose names are seen too; null where only the request's are.</summary>
    public TemplateScope? Outer { get; } = outer;

    /// <summary>The scope that runs below on the stack.</summary>
    public TemplateScope? Caller { get; } = caller;

    /// <summary>For each block name its bodies, the most derived first.</summary>
    public Dictionary<string, List<BlockBody>>? Blocks { get; set; }

    /// <summary>The parent chosen by <c>extends</c>; null while there is none.</summary>
    public Template? Parent { get; set; }

    /// <summary>Whether names of the request's variables are seen.</summary>
    public bool SeesRequest { get; init; } = true;

    public IReadOnlyDictionary<string, Value>? Vars => _vars;

    public void Set(string name, in Value value) => (_vars ??= new(StringComparer.Ordinal))[name] = value;

    public void SetLocal(string name, in Value value) => (_locals ??= new(StringComparer.Ordinal))[name] = value;

    public void Export(string name) => (_exported ??= new(StringComparer.Ordinal)).Add(name);

    public void Unexport(string name) => _exported?.Remove(name);

    public IEnumerable<KeyValuePair<string, Value>> Exported() =>
        _exported is null ? [] : _exported.Select(name => KeyValuePair.Create(name, _vars![name]));

    /// <summary>The short way for a scope that adds no names to the request's; the hint remembers where the name stood the last time.</summary>
    public bool TryRequest(RenderContext context, string name, ref int hint, out Value value)
    {
        value = default;
        if (_vars is not null || _locals is not null || Outer is not null || !SeesRequest || context.OwnsInput) return false;
        var variables = context.Request.Variables;
        return variables.Tag == Tag.Map && variables.Entries.TryGet(name, ref hint, out value);
    }

    public bool TryResolve(RenderContext context, string name, out Value value)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._vars is not null && scope._vars.TryGetValue(name, out value)) return true;
            if (scope._locals is not null && scope._locals.TryGetValue(name, out value)) return true;
            if (scope.Outer is null && scope.SeesRequest && context.Request.Variables.TryGet(name, out value))
            {
                value = context.Own(value);
                return true;
            }
        }
        return Template.Globals.TryGetValue(name, out value);
    }

    /// <summary>A scope with the same names that later changes of this one do not reach.</summary>
    public TemplateScope Snapshot(Template template, TemplateScope caller)
    {
        var copy = new TemplateScope(template, Outer, caller) { SeesRequest = SeesRequest };
        if (_locals is not null) copy._locals = new(_locals, StringComparer.Ordinal);
        if (_vars is not null)
            foreach (var (name, value) in _vars) copy.SetLocal(name, value);
        return copy;
    }

    /// <summary>A scope for a scoped block: the same names and blocks, and the locals of the place.</summary>
    public TemplateScope Derive()
    {
        var derived = new TemplateScope(Template, this, this) { SeesRequest = SeesRequest };
        if (Blocks is null) return derived;
        derived.Blocks = new(StringComparer.Ordinal);
        foreach (var (name, bodies) in Blocks) derived.Blocks[name] = [.. bodies];
        return derived;
    }

    public IEnumerable<Value> OwnValues() => (_vars?.Values ?? Enumerable.Empty<Value>()).Concat(_locals?.Values ?? Enumerable.Empty<Value>());
}
