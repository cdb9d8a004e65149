namespace Quire.Redis.Connections;

/// <summary>
/// Leaves a failing Redis alone: after some failures in a row nobody asks for a while, then one asks, and only its success lets the others ask again. The
/// while doubles with every trial that fails.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class CircuitBreaker(TimeProvider time)
{
    private const int Tolerated = 5;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    private readonly Lock _gate = new();
    private int _failures;
    private TimeSpan _pause = Shortest;
    private long _openedAt;
    private volatile bool _isOpen;

    /// <summary>Whether Redis is left alone.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>Whether the caller may ask; then it tells how that went.</summary>
    public bool TryEnter()
    {
        if (!_isOpen)
            return true;
        lock (_gate)
        {
            if (!_isOpen)
                return true;
            if (time.GetElapsedTime(_openedAt) < _pause)
                return false;
            // The others wait for this trial as long as for the last one.
            _openedAt = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>It went well.</summary>
    public void Succeed()
    {
        if (!_isOpen && Volatile.Read(ref _failures) == 0)
            return;
        lock (_gate)
        {
            (_failures, _isOpen, _pause) = (0, false, Shortest);
        }
    }

    /// <summary>It failed.</summary>
    /// <returns>Whether Redis is left alone from now on.</returns>
    public bool Fail()
    {
        lock (_gate)
        {
            if (_isOpen)
            {
                _pause = _pause * 2 < Longest ? _pause * 2 : Longest;
                _openedAt = time.GetTimestamp();
                return true;
            }
            if (++_failures < Tolerated)
                return false;
            _isOpen = true;
            _openedAt = time.GetTimestamp();
            return true;
        }
    }
}
