namespace Quire.Prompts.Tokens;

/// <summary>
/// Joins the pairs of one piece. The parts are a list linked by their first bytes; the candidates wait in a heap by rank, then by place,
/// and one whose parts have changed meanwhile is passed over: n log n, also for a piece of a million letters.
/// </summary>
internal sealed class PairJoining(TokenVocabulary vocabulary)
{
    private readonly PriorityQueue<(int Start, int Middle, int End), (int Rank, int Start)> _candidates = new();
    private int[] _next = [];
    private int[] _previous = [];

    /// <summary>How many tokens are left where nothing can be joined any more.</summary>
    public int Count(ReadOnlySpan<byte> piece)
    {
        Prepare(piece.Length);
        for (var i = 0; i + 1 < piece.Length; i++)
            Offer(piece, i, i + 1, i + 2);
        var parts = piece.Length;
        while (_candidates.TryDequeue(out var pair, out _))
        {
            // A part that was joined into another one, or has grown, is no longer what the candidate meant.
            if (_next[pair.Start] != pair.Middle || _next[pair.Middle] != pair.End)
                continue;
            Join(piece, pair.Start, pair.Middle, pair.End);
            parts--;
        }

        return parts;
    }

    private void Prepare(int length)
    {
        if (_next.Length <= length)
            (_next, _previous) = (new int[(length * 2) + 1], new int[(length * 2) + 1]);
        for (var i = 0; i <= length; i++)
            (_next[i], _previous[i]) = (i + 1, i - 1);
    }

    private void Join(ReadOnlySpan<byte> piece, int start, int middle, int end)
    {
        _next[start] = end;
        _previous[end] = start;
        _next[middle] = -1;
        if (_previous[start] is var before and >= 0)
            Offer(piece, before, start, end);
        if (end < piece.Length)
            Offer(piece, start, end, _next[end]);
    }

    private void Offer(ReadOnlySpan<byte> piece, int start, int middle, int end)
    {
        if (vocabulary.RankOf(piece[start..end]) is { } rank)
            _candidates.Enqueue((start, middle, end), (rank, start));
    }
}
