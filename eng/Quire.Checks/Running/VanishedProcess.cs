namespace Quire.Checks.Running;

/// <summary>
/// Notices that a test executable has died under its runner. <c>dotnet test</c> waits forever for an executable that crashed, so whoever
/// waits for <c>dotnet test</c> has to look for itself. The executable may come and go between two looks.
/// </summary>
/// <param name="patience">How long the runner may go on without the executable, to start it or to write results and coverage.</param>
internal sealed class VanishedProcess(TimeSpan patience)
{
    private TimeSpan _lastSeen;

    /// <summary>Takes one look and answers whether the executable is away for longer than the runner needs.</summary>
    /// <param name="isAlive">Whether it runs now.</param>
    /// <param name="now">Time since the start.</param>
    public bool Look(bool isAlive, TimeSpan now)
    {
        if (isAlive)
            _lastSeen = now;
        return now - _lastSeen > patience;
    }
}
