using System.Numerics;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Mustache;

/// <summary>One run of Mustache templates: the stack of contexts, the indentation, the replaced blocks.</summary>
internal sealed class MustacheRun(RenderContext context, TemplateScope scope)
{
    private const int Weight = 10;
    private readonly List<Value> _stack = [];

    public RenderContext Context => context;

    public string Indent { get; set; } = "";

    /// <summary>How many blanks at the start of a line are left out.</summary>
    public int Strip { get; set; }

    /// <summary>Whether the next line was already started by the text around it.</summary>
    public bool SkipsStart { get; set; }

    public Dictionary<string, MustacheBlock>? Blocks { get; private set; }

    public Value Top => _stack.Count == 0 ? context.Own(context.Request.Variables) : _stack[^1];

    public static bool IsFalse(in Value value) => value.Tag switch
    {
        Tag.Bool => value.Bits == 0,
        Tag.None or Tag.Undefined or Tag.Missing => true,
        Tag.List or Tag.Tuple => value.Items.Count == 0,
        _ => false,
    };

    public bool TryFind(string name, out Value value)
    {
        for (var i = _stack.Count - 1; i >= 0; i--)
            if (_stack[i].TryGet(name, out value)) return true;
        return scope.TryResolve(context, name, out value);
    }

    public void RunWith(in Value value, IReadOnlyList<MustacheNode> body)
    {
        context.Deepen(1);
        _stack.Add(value);
        MustacheNode.RunAll(body, this);
        _stack.RemoveAt(_stack.Count - 1);
        context.Rise(1);
    }

    public Template? Find(string name) => context.Request.Resolve?.Invoke(name);

    public void Include(Template template, string indent, Dictionary<string, MustacheBlock>? blocks)
    {
        context.Deepen(Weight);
        var outer = (Indent, Strip, SkipsStart, Blocks, context.Template);
        Indent += indent[Math.Min(Strip, indent.Length)..];
        (Strip, SkipsStart, Blocks, context.Template) = (0, false, blocks, template);
        if (template.Program is MustacheProgram program) program.RunBody(this);
        else TemplateLoading.Include(context, template, new TemplateScope(template, scope, scope));
        (Indent, Strip, SkipsStart, Blocks, context.Template) = outer;
        context.Rise(Weight);
    }

    public void StartLine(string blanks)
    {
        if (SkipsStart)
        {
            SkipsStart = false;
            return;
        }
        if (Indent.Length > 0) Write(Indent, null);
        if (blanks.Length > Strip) Write(Strip == 0 ? blanks : blanks[Strip..], null);
    }

    public void Write(string text, string? variable)
    {
        context.WriteText(text);
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, variable);
    }

    public void Print(in Value value, bool isRaw, string root)
    {
        if (value.IsUndefined || value.Tag == Tag.None) return;
        var escapes = !isRaw && context.AutoEscape;
        if (value.IsText && !escapes) context.WriteText(value.Text);
        else if (value.Tag == Tag.Int) context.Output.Write(value.Bits);
        else if (escapes) MustacheHtml.Escape(context.Output, Text(value));
        else context.WriteText(Text(value));
        context.Provenance?.Cover(context.Output.Length, context.SourceId, context.MergePoint, root);
    }

    private string Text(in Value value) => value.Tag switch
    {
        Tag.String or Tag.Markup => value.Text,
        Tag.Bool => value.Bits != 0 ? "true" : "false",
        Tag.Big => PythonText.Big((BigInteger)value.Ref!),
        Tag.List or Tag.Map => JsonText.Of(context, value),
        _ => PythonText.Str(context, value),
    };
}
