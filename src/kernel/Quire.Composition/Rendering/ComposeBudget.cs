using Quire.Templating.Limits;

namespace Quire.Composition.Rendering;

/// <summary>Shares output length and time among the renders of one composition.</summary>
internal sealed class ComposeBudget(ComposeRequest request)
{
    private long _started;
    private long _written;
    private bool _first = true;

    public bool IsExhausted => _written > request.Limits.MaxOutputLength;

    public void Spend(int length) => _written += length;

    public RenderLimits Next()
    {
        if (_first)
        {
            _first = false;
            _started = request.Clock?.GetTimestamp() ?? 0;
            return request.Limits;
        }

        var output = (int)Math.Clamp(request.Limits.MaxOutputLength - _written, 0, int.MaxValue);
        var limits = request.Limits with { MaxOutputLength = output };
        if (limits.MaxTime == Timeout.InfiniteTimeSpan || request.Clock is null)
            return limits;
        var left = limits.MaxTime - request.Clock.GetElapsedTime(_started);
        return limits with { MaxTime = left > TimeSpan.Zero ? left : TimeSpan.FromTicks(1) };
    }
}
