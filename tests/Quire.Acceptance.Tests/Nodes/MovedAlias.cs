using System.Collections.Concurrent;

namespace Quire.Acceptance.Tests.Nodes;

/// <summary>An alias that moves through some versions, on one node or the other, while clients read it on both.</summary>
internal sealed class MovedAlias(string prompt, IReadOnlyList<Node> nodes)
{
    /// <summary>How many versions there are.</summary>
    public const int Versions = 7;

    private readonly int[] _acknowledged = new int[nodes.Count];
    private volatile Last _last = new(0, 0);
    private int _begun;

    /// <summary>Answers that were older than what was promised.</summary>
    public ConcurrentQueue<string> Stale { get; } = new();

    /// <summary>Answers that were read.</summary>
    public int Reads;

    /// <summary>The version after so many moves.</summary>
    public static int VersionAfter(int moves) => 1 + (moves % Versions);

    /// <summary>Moves it on one of the nodes, and notes when that node has answered.</summary>
    public async Task Move(int node)
    {
        var moves = Interlocked.Increment(ref _begun);
        var sequence = await nodes[node].Point(prompt, VersionAfter(moves));
        Volatile.Write(ref _acknowledged[node], moves);
        _last = new Last(moves, sequence);
    }

    /// <summary>Reads on a node without asking for a change: what this node has answered itself must be seen.</summary>
    public async Task ReadHere(int node)
    {
        var earliest = Volatile.Read(ref _acknowledged[node]);
        Check(node, earliest, await nodes[node].Read(prompt), "here");
    }

    /// <summary>Reads on a node from the last change that any node has answered.</summary>
    public async Task ReadAnywhere(int node)
    {
        var last = _last;
        Check(node, last.Moves, await nodes[node].Read(prompt, last.Sequence), $"from {last.Sequence}");
    }

    /// <summary>Composes on a node from the last change that any node has answered.</summary>
    public async Task ComposeAnywhere(int node)
    {
        var last = _last;
        Check(node, last.Moves, await nodes[node].Compose(prompt, last.Sequence), $"composed from {last.Sequence}");
    }

    private void Check(int node, int earliest, int version, string how)
    {
        Interlocked.Increment(ref Reads);
        var latest = Volatile.Read(ref _begun);
        if (!Enumerable.Range(earliest, latest - earliest + 1).Any(moves => VersionAfter(moves) == version))
            Stale.Enqueue($"node {node}, {how}: version {version} after {earliest} to {latest} moves");
    }

    private sealed record Last(int Moves, long Sequence);
}
