using Quire.Templating.Execution;

namespace Quire.Templating.Binding;

/// <summary>What happens to the slots of a frame when it is entered.</summary>
internal sealed class FrameEntry
{
    public static readonly FrameEntry None = new([]);

    private readonly Step[] _steps;

    private FrameEntry(Step[] steps) => _steps = steps;

    public static FrameEntry Of(Symbols symbols)
    {
        var steps = new List<Step>();
        for (var i = 0; i < symbols.Count; i++)
        {
            var slot = symbols.ReferenceAt(i);
            if (slot.Load == LoadKind.Alias) steps.Add(Step.Copy(slot.Index, symbols.Unit, slot.Source!));
            else if (slot.Load == LoadKind.Undefined || (slot.Load == LoadKind.Resolve && symbols.HasStore(slot.Name))) steps.Add(Step.Clear(slot.Index));
        }
        return steps.Count == 0 ? None : new FrameEntry([.. steps]);
    }

    public void Run(RenderContext context)
    {
        foreach (ref readonly var step in _steps.AsSpan()) step.Run(context);
    }

    private readonly record struct Step(int Target, SlotReader? Source)
    {
        public static Step Clear(int target) => new(target, null);

        public static Step Copy(int target, Unit from, SlotReference source) => new(target, new SlotReader(from, source));

        public void Run(RenderContext context)
        {
            if (Source is null) context.Slots[Target] = default;
            else context.Slots[Target] = Source.Read(context);
        }
    }
}
