using Quire.Templating.Nodes;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>A macro: its body and where it was written, whose names it keeps seeing.</summary>
internal sealed class MacroObject(string? name, MacroBody body, RenderContext context) : ValueObject
{
    private const int Weight = 4;
    private readonly Frame _frame = context.Frame;
    private readonly TemplateScope _scope = context.Scope;
    private readonly Template _template = context.Template;
    private readonly bool _autoEscape = context.AutoEscape;
    private readonly UndefinedMode _undefinedMode = context.UndefinedMode;
    private readonly int _sourceId = context.SourceId;

    public override string TypeName => "Macro";

    public override string QualifiedTypeName => "jinja2.runtime.Macro";

    public override bool IsCallable => true;

    public override void WriteRepr(OutputBuffer output, int depth) => output.Write(name is null ? "<Macro anonymous>" : $"<Macro '{name}'>");

    public override bool TryGetAttribute(RenderContext context, string attribute, out Value value)
    {
        value = attribute switch
        {
            "name" => name is null ? Value.None : Value.String(name),
            "arguments" => Value.Tuple([.. body.Names.Select(Value.String)]),
            "catch_kwargs" => Value.Bool(body.NamedSlot >= 0),
            "catch_varargs" => Value.Bool(body.MoreSlot >= 0),
            "caller" => Value.Bool(body.ReadsCaller),
            "explicit_caller" => Value.Bool(body.HasOwnCaller),
            _ => default,
        };
        return !value.IsMissing;
    }

    public override Value Call(RenderContext context, in Arguments arguments)
    {
        context.Deepen(Weight);
        var slots = new Value[body.Unit.SlotCount];
        context.Allocate(slots.Length * 24L + 64);
        Fill(context, slots, arguments);
        var (frame, scope, template, place) = (context.Frame, context.Scope, context.Template, context.Place);
        var (escape, mode, source) = (context.AutoEscape, context.UndefinedMode, context.SourceId);
        context.Frame = new Frame(slots, _frame);
        context.Slots = slots;
        (context.Scope, context.Template) = (_scope, _template);
        (context.AutoEscape, context.UndefinedMode, context.SourceId) = (_autoEscape, _undefinedMode, _sourceId);
        var text = body.Run(context);
        context.Leave(frame);
        (context.Scope, context.Template, context.Place) = (scope, template, place);
        (context.AutoEscape, context.UndefinedMode, context.SourceId) = (escape, mode, source);
        context.Rise(Weight);
        return Capture.AsValue(context, text);
    }

    private void Fill(RenderContext context, Value[] slots, in Arguments arguments)
    {
        var parameters = body.Parameters;
        var count = Math.Min(arguments.Count, parameters.Length);
        for (var i = 0; i < count; i++) slots[parameters[i].Slot.Index] = arguments[i];
        var used = arguments.Names.Length == 0 ? 0 : TakeNamed(slots, arguments, count);
        var caller = TakeCaller(context, slots, arguments, count, ref used);
        FillRest(slots, arguments, used, caller);
    }

    private int TakeNamed(Value[] slots, in Arguments arguments, int from)
    {
        var used = 0;
        for (var i = from; i < body.Names.Length; i++)
        {
            if (!arguments.TryNamed(body.Names[i], out var value)) continue;
            slots[body.Parameters[i].Slot.Index] = value;
            used++;
        }
        return used;
    }

    private bool TakeCaller(RenderContext context, Value[] slots, in Arguments arguments, int count, ref int used)
    {
        if (!body.ReadsCaller || body.CallerSlot < 0) return false;
        if (arguments.TryNamed("caller", out var caller)) used++;
        else caller = Value.None;
        slots[body.CallerSlot] = caller.Tag == Tag.None ? context.MakeUndefined(new UndefinedInfo("caller", "No caller defined")) : caller;
        return true;
    }

    private void FillRest(Value[] slots, in Arguments arguments, int used, bool tookCaller)
    {
        var count = body.Parameters.Length;
        if (body.NamedSlot >= 0) slots[body.NamedSlot] = RestNamed(arguments, tookCaller);
        else if (used < arguments.Names.Length) throw Unexpected(arguments, tookCaller);
        if (body.MoreSlot >= 0) slots[body.MoreSlot] = Value.Tuple(arguments.Count > count ? arguments.Positional[count..].ToArray() : []);
        else if (arguments.Count > count) throw Errors.Type($"macro '{name}' takes not more than {count} argument(s)");
    }

    private bool IsTaken(in Arguments arguments, string key, bool tookCaller)
    {
        var index = Array.IndexOf(body.Names, key);
        return index >= arguments.Count || (tookCaller && key == "caller");
    }

    private Value RestNamed(in Arguments arguments, bool tookCaller)
    {
        var map = new MapObject(2);
        for (var i = 0; i < arguments.Names.Length; i++)
            if (!IsTaken(arguments, arguments.Names[i], tookCaller)) map.Set(arguments.Names[i], arguments.Named[i]);
        return Value.Of(map);
    }

    private TemplateException Unexpected(in Arguments arguments, bool tookCaller)
    {
        foreach (var key in arguments.Names)
        {
            if (IsTaken(arguments, key, tookCaller)) continue;
            if (key == "caller") return Errors.Type($"macro '{name}' was invoked with two values for the special caller argument. This is most likely a bug.", "let the macro call `caller()`");
            return Errors.Type($"macro '{name}' takes no keyword argument '{key}'", Suggestions.Hint(key, body.Names));
        }
        return Errors.Type($"macro '{name}' got arguments twice");
    }
}
