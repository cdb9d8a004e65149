namespace Quire.Templating.Execution;

internal sealed class RenderContext
{
    public long Steps { get; private set; }

    public void Spend(long steps) => Steps += steps;
}
