namespace Quire.Bench.Harness;

/// <summary>Something that can be timed: an action in this process, or a peer in another that times itself.</summary>
public interface ISampler
{
    /// <summary>The name that is printed.</summary>
    string Name { get; }

    /// <summary>Does the work so many times and answers the nanoseconds that one took.</summary>
    double Sample(int operations);
}
