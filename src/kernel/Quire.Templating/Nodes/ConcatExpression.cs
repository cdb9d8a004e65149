using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary><c>a ~ b ~ c</c>: everything printed, one after the other.</summary>
internal sealed class ConcatExpression(Expression[] parts) : Expression
{
    private bool _isStatic;

    public override string Kind => "concat";

    public override void VisitChildren(INodeVisitor visitor)
    {
        foreach (var part in parts) visitor.Visit(part);
    }

    public override Value Evaluate(RenderContext context)
    {
        if (context.AutoEscape && !_isStatic) return JoinMarkup(context);
        var values = new Value[parts.Length];
        for (var i = 0; i < parts.Length; i++) values[i] = parts[i].Evaluate(context);
        var mark = context.Output.Length;
        foreach (ref readonly var value in values.AsSpan()) PythonText.WriteStr(context.Output, value);
        return context.TakeText(mark);
    }

    public override Expression Bind(Binder binder, BindFrame frame)
    {
        // Jinja reckons constant parts when it reads them, and then joins without a look at markup.
        _isStatic = Array.TrueForAll(parts, StaticProbe.IsStatic);
        for (var i = 0; i < parts.Length; i++) parts[i] = parts[i].Bind(binder, frame);
        return this;
    }

    /// <summary>With escaping on, one markup among the parts makes the whole markup and escapes the others.</summary>
    private Value JoinMarkup(RenderContext context)
    {
        var values = new Value[parts.Length];
        for (var i = 0; i < parts.Length; i++) values[i] = parts[i].Evaluate(context);
        var isMarkup = Array.Exists(values, v => v.Tag == Tag.Markup);
        var texts = values.Select(v => isMarkup ? Markups.Escaped(context, v) : PythonText.Str(context, v)).ToArray();
        context.Allocate(texts.Sum(t => (long)t.Length) * 2);
        var joined = string.Concat(texts);
        return isMarkup ? Value.Markup(joined) : Value.String(joined);
    }
}
