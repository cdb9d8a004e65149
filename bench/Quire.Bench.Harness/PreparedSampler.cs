namespace Quire.Bench.Harness;

/// <summary>Times an action that needs something new each time; making that does not count.</summary>
/// <typeparam name="T">What it needs.</typeparam>
/// <param name="name">The name that is printed.</param>
/// <param name="prepare">Makes it.</param>
/// <param name="action">The action.</param>
public sealed class PreparedSampler<T>(string name, Func<T> prepare, Action<T> action) : ISampler
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public double Sample(int operations)
    {
        long spent = 0;
        for (var i = 0; i < operations; i++)
        {
            var prepared = prepare();
            var start = CpuClock.Nanoseconds();
            action(prepared);
            spent += CpuClock.Nanoseconds() - start;
        }
        return (double)spent / operations;
    }
}
