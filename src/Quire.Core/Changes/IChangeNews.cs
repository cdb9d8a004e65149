namespace Quire.Core.Changes;

/// <summary>A store that other processes write to as well, and that tells of their changes.</summary>
public interface IChangeNews
{
    /// <summary>
    /// Listens until it is cancelled or cannot hear any more. Right at the beginning, and from then on at least once each <paramref name="interval"/>, it tells
    /// the number of every organisation; in between it tells of each change as it happens.
    /// </summary>
    /// <param name="interval">The longest time between two rounds.</param>
    /// <param name="heard">Gets an organisation and the number of its last change. It is quick and does not fail.</param>
    /// <param name="round">Called after every round: until now, nothing was missed.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Errors.QuireException">The connection broke, or could not be made.</exception>
    Task Listen(TimeSpan interval, Action<long, long> heard, Action round, CancellationToken cancellation);
}
