using Quire.Templating.Execution;

namespace Quire.Templating.Binding;

/// <summary>A name of a frame and its slot.</summary>
internal sealed class SlotReference(Unit unit, int index, string name)
{
    public Unit Unit => unit;

    public int Index => index;

    public string Name => name;

    public LoadKind Load { get; set; }

    /// <summary>The slot copied at entry, for <see cref="LoadKind.Alias"/>.</summary>
    public SlotReference? Source { get; set; }
}
