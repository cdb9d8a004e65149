using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>One run of Liquid templates: names, counters, cycles, loops.</summary>
internal sealed class LiquidRun(RenderContext context, TemplateScope scope)
{
    private const int Weight = 10;
    private readonly List<Dictionary<string, Value>> _frames = [];
    private readonly Dictionary<string, Value> _assigned = new(StringComparer.Ordinal);

    public RenderContext Context => context;

    public LiquidLoop? Loop { get; set; }

    public Dictionary<string, long> Counters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Cycles { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each loop ended, for <c>offset: continue</c>.</summary>
    public Dictionary<string, long> Offsets { get; } = new(StringComparer.Ordinal);

    public string LastChanged { get; set; } = "";

    public Dictionary<string, Value> Push()
    {
        var frame = new Dictionary<string, Value>(StringComparer.Ordinal);
        _frames.Add(frame);
        return frame;
    }

    public void Pop() => _frames.RemoveAt(_frames.Count - 1);

    /// <summary>Loops and arguments from the inside, then what was assigned, then the request, then counters.</summary>
    public Value Find(string name)
    {
        for (var i = _frames.Count - 1; i >= 0; i--)
            if (_frames[i].TryGetValue(name, out var local)) return local;
        if (_assigned.TryGetValue(name, out var value)) return value;
        if (scope.TryResolve(context, name, out value)) return value;
        return Counters.TryGetValue(name, out var counter) ? Value.Number(counter) : Value.None;
    }

    public void Assign(string name, in Value value)
    {
        context.Allocate(64);
        _assigned[name] = value;
    }

    public void Write(string text, string? variable)
    {
        context.WriteText(text);
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, variable);
    }

    public void Print(in Value value, string? variable)
    {
        if (context.AutoEscape && !value.IsNumber) Html.Escape(context.Output, LiquidLogic.Text(this, value));
        else LiquidLogic.Write(this, value, 0);
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, variable);
    }

    public string Capture(IReadOnlyList<LiquidNode> body, out Flow flow)
    {
        var mark = context.Output.Length;
        var provenance = context.Provenance;
        context.Provenance = null;
        flow = LiquidNode.RunAll(body, this);
        context.Provenance = provenance;
        return context.Take(mark);
    }

    public Flow Include(Template template, Dictionary<string, Value> values)
    {
        context.Deepen(Weight);
        var outer = (context.Template, context.Place);
        context.Template = template;
        _frames.Add(values);
        var flow = Flow.Normal;
        if (template.Program is LiquidProgram program) flow = program.RunBody(this);
        else TemplateLoading.Include(context, template, new TemplateScope(template, scope, scope));
        Pop();
        (context.Template, context.Place) = outer;
        context.Rise(Weight);
        return flow;
    }

    public Flow RenderIsolated(Template template, Dictionary<string, Value> values)
    {
        var inner = new TemplateScope(template, null, scope) { SeesRequest = false };
        foreach (var (name, value) in values) inner.SetLocal(name, value);
        TemplateLoading.Include(context, template, inner);
        return Flow.Normal;
    }
}
