using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>What has a value.</summary>
internal abstract class LiquidExpression
{
    /// <summary>The name of the variable at its root; null for literals.</summary>
    public virtual string? Root => null;

    public abstract Value Evaluate(LiquidRun run);
}
