namespace Quire.Checks.Running;

/// <summary>
/// Notices that a test executable has died under its runner. <c>dotnet test</c> waits forever for an executable that crashed, so whoever
/// waits for <c>dotnet test</c> has to look for itself.
/// </summary>
/// <param name="patience">How long the runner may go on without the executable, to write results and coverage.</param>
internal sealed class VanishedProcess(TimeSpan patience)
{
    private bool _seen;
    private TimeSpan? _goneSince;

    /// <summary>Takes one look and answers whether the executable came, went, and stayed away for longer than the runner needs.</summary>
    /// <param name="isAlive">Whether it runs now.</param>
    /// <param name="now">Time since the start.</param>
    public bool Look(bool isAlive, TimeSpan now)
    {
        _seen |= isAlive;
        _goneSince = isAlive || !_seen ? null : _goneSince ?? now;
        return now - _goneSince > patience;
    }
}
