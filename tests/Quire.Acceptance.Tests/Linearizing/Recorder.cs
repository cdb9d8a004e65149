using System.Collections.Concurrent;
using System.Diagnostics;

namespace Quire.Acceptance.Tests.Linearizing;

/// <summary>Everything that clients did and saw, by one clock.</summary>
internal sealed class Recorder
{
    private readonly ConcurrentQueue<Operation> _operations = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();

    /// <summary>What was done and seen.</summary>
    public IReadOnlyCollection<Operation> Operations => _operations;

    /// <summary>How often things happened, for people.</summary>
    public string Summary => string.Join(", ", _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} {pair.Key}"));

    /// <summary>The time now.</summary>
    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>Notes that a pointer was read.</summary>
    public void Read(string pointer, string value, long invoked) => Note(new Operation(pointer, value, false, null, invoked, Now));

    /// <summary>Notes that a pointer was written.</summary>
    public void Wrote(string pointer, string value, long invoked, string? expected = null) => Note(new Operation(pointer, value, true, expected, invoked, Now));

    /// <summary>Counts something.</summary>
    public void Count(string what) => _counts.AddOrUpdate(what, 1, (_, before) => before + 1);

    /// <summary>How often something was counted.</summary>
    public int Counted(string what) => _counts.GetValueOrDefault(what);

    private void Note(Operation operation)
    {
        _operations.Enqueue(operation);
        Count(operation.IsWrite ? "writes" : "reads");
    }
}
