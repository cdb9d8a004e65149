namespace Quire.Templating.Execution;

/// <summary>What has a frame of its own when it runs: a template's root, a block, a macro, a recursive loop.</summary>
internal sealed class Unit(Unit? parent)
{
    /// <summary>The unit whose frame this one sees from inside; null for roots and blocks.</summary>
    public Unit? Parent { get; } = parent;

    public int SlotCount { get; private set; }

    /// <summary>Whether macros or recursive loops inside may keep its frame alive.</summary>
    public bool IsCaptured { get; set; }

    public int NewSlot() => SlotCount++;
}
