using Quire.Templating.Binding;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Nodes;

/// <summary>Parameters and body of a macro or of a call block.</summary>
internal sealed class MacroBody(NameExpression[] parameters, Expression[] defaults, Statement[] body)
{
    private static readonly string[] SpecialNames = ["caller", "kwargs", "varargs"];
    private FrameEntry _entry = FrameEntry.None;
    private long _place;
    private UndefinedInfo[] _notProvided = [];

    public NameExpression[] Parameters => parameters;

    public string[] Names { get; } = [.. parameters.Select(p => p.Name)];

    public Unit Unit { get; private set; } = null!;

    public int CallerSlot { get; private set; } = -1;

    public int NamedSlot { get; private set; } = -1;

    public int MoreSlot { get; private set; } = -1;

    public bool ReadsCaller { get; private set; }

    public bool HasOwnCaller { get; private set; }

    public void VisitChildren(INodeVisitor visitor)
    {
        foreach (var parameter in parameters) visitor.Visit(parameter);
        foreach (var value in defaults) visitor.Visit(value);
        foreach (var statement in body) visitor.Visit(statement);
    }

    public void Bind(Binder binder, BindFrame frame, Statement owner)
    {
        var inner = frame.InnerUnit();
        Unit = inner.Unit;
        frame.Unit.IsCaptured = true;
        Analyze(inner.Symbols);
        DeclareSpecials(binder, inner.Symbols, owner);
        _place = Statement.MakePlace(binder.Note(owner.Line), owner.Position);
        _entry = FrameEntry.Of(inner.Symbols);
        _notProvided = [.. parameters.Select(p => new UndefinedInfo(p.Name, $"parameter '{p.Name}' was not provided"))];
        foreach (var parameter in parameters) parameter.Bind(binder, inner);
        for (var i = 0; i < defaults.Length; i++) defaults[i] = defaults[i].Bind(binder, inner);
        binder.BindAll(body, inner);
    }

    /// <summary>Runs the body in a frame whose parameters were filled; what it prints is the result.</summary>
    public string Run(RenderContext context)
    {
        context.Place = _place;
        _entry.Run(context);
        for (var i = 0; i < parameters.Length; i++)
        {
            ref var slot = ref context.Slots[parameters[i].Slot.Index];
            if (!slot.IsMissing) continue;
            var position = i - parameters.Length + defaults.Length;
            var value = position < 0 ? context.MakeUndefined(_notProvided[i]) : defaults[position].Evaluate(context);
            context.Slots[parameters[i].Slot.Index] = value;
        }
        return Capture.Text(context, body, out _);
    }

    private void Analyze(Symbols symbols)
    {
        var collector = new SymbolCollector(symbols);
        collector.VisitAll(parameters);
        collector.VisitAll(defaults);
        collector.VisitAll(body);
    }

    private void DeclareSpecials(Binder binder, Symbols symbols, Statement owner)
    {
        var undeclared = UndeclaredNames.Find(body, SpecialNames);
        var own = Array.IndexOf(Names, "caller");
        HasOwnCaller = own >= 0;
        if (undeclared.Contains("caller"))
        {
            ReadsCaller = true;
            if (own < 0) CallerSlot = symbols.Declare("caller").Index;
            else if (own < parameters.Length - defaults.Length)
                binder.Diagnostics.Error(Diagnostics.Codes.WrongAssignment, "When defining macros or call blocks the special \"caller\" argument must be omitted or be given a default.", owner);
        }
        if (undeclared.Contains("kwargs") && !Names.Contains("kwargs")) NamedSlot = symbols.Declare("kwargs").Index;
        if (undeclared.Contains("varargs") && !Names.Contains("varargs")) MoreSlot = symbols.Declare("varargs").Index;
    }
}
