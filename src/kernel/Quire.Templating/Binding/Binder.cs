using Quire.Templating.Diagnostics;
using Quire.Templating.Execution;
using Quire.Templating.Filters;
using Quire.Templating.Nodes;
using Quire.Templating.Parameters;
using Quire.Templating.Tests;

namespace Quire.Templating.Binding;

/// <summary>
/// Walks a template in the order in which Jinja generates code for it: gives slots to names, definitions to filters, and to each
/// statement the line its errors are reported on.
/// </summary>
internal sealed class Binder(DiagnosticBag diagnostics, TemplateOptions options, ParameterCollector parameters)
{
    private readonly Stack<HashSet<string>> _assignments = new();

    public DiagnosticBag Diagnostics => diagnostics;

    public TemplateOptions Options => options;

    public ParameterCollector Parameters => parameters;

    /// <summary>Whether an <c>extends</c> at the root was passed, so that what follows at top level is never printed.</summary>
    public bool HasKnownExtends { get; set; }

    public int ExtendsSoFar { get; set; }

    public bool HasExtends { get; private set; }

    public bool HasSelf { get; private set; }

    /// <summary>The line that errors of the code that comes next are reported on.</summary>
    public int Line { get; private set; } = 1;

    public Dictionary<string, BlockStatement> Blocks { get; } = new(StringComparer.Ordinal);

    public Unit Root { get; } = new(null);

    public SlotReference? SelfSlot { get; private set; }

    public void BindRoot(Statement[] body)
    {
        FindBlocks(body);
        var symbols = new Symbols(Root, null);
        if (UndeclaredNames.Find(body, "self").Count > 0) SelfSlot = symbols.Declare("self");
        new SymbolCollector(symbols).VisitAll(body);
        var frame = new BindFrame(symbols) { IsTopLevel = true, IsRoot = true, ChecksOutput = HasExtends };
        BindAll(body, frame);
        foreach (var block in Blocks.Values) block.BindBody(this);
    }

    public void BindAll(Statement[] body, BindFrame frame)
    {
        foreach (var statement in body) statement.Bind(this, frame);
    }

    /// <summary>Jinja notes a line only where it changes; everything else keeps the line noted last.</summary>
    public int Note(int line) => Line = line;

    public Expression Load(NameExpression name, BindFrame frame)
    {
        var slot = frame.Symbols.Find(name.Name);
        if (slot is null)
        {
            frame.Symbols.Load(name.Name);
            slot = frame.Symbols.Find(name.Name)!;
        }
        if (slot.Load == LoadKind.Resolve) parameters.Read(name);
        var hops = SlotReader.Hops(frame.Unit, slot);
        if (hops > 0) return new OuterSlotExpression(hops, slot.Index, name.Name, slot.Load == LoadKind.Resolve) { Line = name.Line, Position = name.Position };
        return slot.Load == LoadKind.Resolve
            ? new GlobalExpression(slot.Index, name.Name) { Line = name.Line, Position = name.Position }
            : new SlotExpression(slot.Index, name.Name) { Line = name.Line, Position = name.Position };
    }

    public Definition? FindFilter(FilterExpression filter, BindFrame frame)
    {
        if (options.AllowedFilters is { } allowed && !allowed.Contains(filter.Name))
        {
            diagnostics.Error(Codes.FilterNotAllowed, $"the filter '{filter.Name}' is not allowed here", filter, "the settings name the filters that are");
            return null;
        }
        var found = FilterTable.Find(filter.Name, options);
        if (found is null && !frame.IsSoft)
            diagnostics.Error(Codes.UnknownFilter, $"No filter named '{filter.Name}'.", filter, FilterTable.Suggest(filter.Name));
        return found;
    }

    public Definition? FindTest(TestExpression test, BindFrame frame)
    {
        var found = TestTable.Find(test.Name);
        if (found is null && !frame.IsSoft)
            diagnostics.Error(Codes.UnknownTest, $"No test named '{test.Name}'.", test, TestTable.Suggest(test.Name));
        return found;
    }

    public void BeginAssignment() => _assignments.Push(new HashSet<string>(StringComparer.Ordinal));

    public void NoteAssignment(string name, BindFrame frame)
    {
        if (frame.IsTopLevel && _assignments.TryPeek(out var names)) names.Add(name);
    }

    /// <summary>The names written since <see cref="BeginAssignment"/> that the template exports.</summary>
    public string[] EndAssignment(BindFrame frame)
    {
        var names = _assignments.Pop();
        if (!frame.IsTopLevel) return [];
        foreach (var name in names) parameters.Own(name);
        return [.. names];
    }

    private void FindBlocks(Statement[] body)
    {
        var blocks = new NodeSearch<BlockStatement>(block =>
        {
            if (!Blocks.TryAdd(block.Name, block)) diagnostics.Error(Codes.DuplicateBlock, $"block '{block.Name}' defined twice", block);
        });
        var extends = new NodeSearch<ExtendsStatement>(_ => HasExtends = true);
        foreach (var statement in body)
        {
            blocks.Visit(statement);
            extends.Visit(statement);
        }
    }
}
