using Quire.Templating.Execution;

namespace Quire.Templating.Binding;

/// <summary>
/// The names of one frame. Jinja decides statically, before anything runs, whether a name of a frame is its own, a copy of the
/// surrounding frame's, or one of the request; this follows the same rules (jinja2/idtracking.py describes them).
/// A branch of an <c>if</c> is an overlay over the names that were known before it.
/// </summary>
internal sealed class Symbols
{
    private readonly Symbols? _base;
    private readonly NameMap<SlotReference> _references = new();
    private readonly NameMap<bool> _stores = new();

    public Symbols(Unit unit, Symbols? parent)
    {
        Unit = unit;
        Parent = parent;
    }

    private Symbols(Symbols branchOf)
    {
        _base = branchOf;
        Unit = branchOf.Unit;
        Parent = branchOf.Parent;
    }

    public Unit Unit { get; }

    public Symbols? Parent { get; }

    public int Count => _references.Count;

    public SlotReference ReferenceAt(int position) => _references.ValueAt(position);

    public Symbols Branch() => new(this);

    public SlotReference? Find(string name)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
            if (frame.FindOwn(name) is { } found) return found;
        return null;
    }

    public bool HasStore(string name)
    {
        for (var layer = this; layer is not null; layer = layer._base)
            if (layer._stores.Contains(name)) return true;
        return false;
    }

    public void Load(string name)
    {
        if (Find(name) is null) Define(name, LoadKind.Resolve, null);
    }

    public void Store(string name)
    {
        _stores.Set(name, true);
        if (FindOwn(name) is not null) return;
        var outer = Parent?.Find(name);
        Define(name, outer is null ? LoadKind.Undefined : LoadKind.Alias, outer);
    }

    public SlotReference Declare(string name)
    {
        _stores.Set(name, true);
        return Define(name, LoadKind.Parameter, null);
    }

    /// <summary>Takes the names of branches over. What not every branch writes must be there before: from outside, or from the request.</summary>
    public void Merge(params ReadOnlySpan<Symbols> branches)
    {
        var counts = new NameMap<int>();
        foreach (var branch in branches)
        {
            for (var i = 0; i < branch._stores.Count; i++)
            {
                var name = branch._stores.NameAt(i);
                if (HasStore(name)) continue;
                counts.TryGet(name, out var count);
                counts.Set(name, count + 1);
            }
        }
        foreach (var branch in branches)
        {
            for (var i = 0; i < branch._references.Count; i++) Adopt(branch._references.ValueAt(i));
            for (var i = 0; i < branch._stores.Count; i++) _stores.Set(branch._stores.NameAt(i), true);
        }
        for (var i = 0; i < counts.Count; i++)
        {
            if (counts.ValueAt(i) == branches.Length) continue;
            var reference = Find(counts.NameAt(i))!;
            var outer = Parent?.Find(counts.NameAt(i));
            reference.Load = outer is null ? LoadKind.Resolve : LoadKind.Alias;
            reference.Source = outer;
        }
    }

    /// <summary>All names written in this frame and around it, the nearest of each.</summary>
    public IEnumerable<SlotReference> VisibleStores()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var frame = this; frame is not null; frame = frame.Parent)
        {
            for (var layer = frame; layer is not null; layer = layer._base)
            {
                for (var i = 0; i < layer._stores.Count; i++)
                    if (seen.Add(layer._stores.NameAt(i))) yield return Find(layer._stores.NameAt(i))!;
            }
        }
    }

    private SlotReference? FindOwn(string name)
    {
        for (var layer = this; layer is not null; layer = layer._base)
            if (layer._references.TryGet(name, out var found)) return found;
        return null;
    }

    /// <summary>Two branches may have defined the same name; its slot must be one, so the first one's stays.</summary>
    private void Adopt(SlotReference reference)
    {
        if (_references.TryGet(reference.Name, out var known))
        {
            known.Load = reference.Load;
            known.Source = reference.Source;
        }
        else _references.Set(reference.Name, reference);
    }

    private SlotReference Define(string name, LoadKind load, SlotReference? source)
    {
        var reference = new SlotReference(Unit, Unit.NewSlot(), name) { Load = load, Source = source };
        _references.Set(name, reference);
        return reference;
    }
}
