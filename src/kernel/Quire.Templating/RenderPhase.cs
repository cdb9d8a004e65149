namespace Quire.Templating;

/// <summary>Where a render ended.</summary>
public enum RenderPhase
{
    /// <summary>In the template's own logic (or well).</summary>
    Render,

    /// <summary>At one of the budgets of <see cref="Limits.RenderLimits"/>.</summary>
    Limit,
}
