using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>The variables of one run of a <see cref="Unit"/>.</summary>
internal sealed class Frame(Value[] slots, Frame? parent)
{
    public Value[] Slots { get; } = slots;

    public Frame? Parent { get; } = parent;
}
