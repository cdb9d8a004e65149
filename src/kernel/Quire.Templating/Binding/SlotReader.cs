using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Binding;

/// <summary>Reads a slot of this or a surrounding frame as it is: missing stays missing, unless the request has the name.</summary>
internal sealed class SlotReader
{
    private readonly int _hops;
    private readonly int _index;
    private readonly bool _resolves;

    public SlotReader(Unit from, SlotReference slot)
    {
        _hops = Hops(from, slot);
        _index = slot.Index;
        _resolves = slot.Load == LoadKind.Resolve;
        Name = slot.Name;
    }

    public string Name { get; }

    public static int Hops(Unit from, SlotReference slot)
    {
        var hops = 0;
        for (var unit = from; unit != slot.Unit; unit = unit!.Parent)
        {
            hops++;
            unit!.Parent!.IsCaptured = true;
        }
        return hops;
    }

    public Value Read(RenderContext context)
    {
        var frame = context.Frame;
        for (var i = 0; i < _hops; i++) frame = frame.Parent!;
        ref var value = ref frame.Slots[_index];
        if (value.IsMissing && _resolves && context.Scope.TryResolve(context, Name, out var found)) value = found;
        return value;
    }
}
