using Quire.Core.Limits;
using Quire.Core.Stores;

namespace Quire.Core.Similarity;

/// <summary>The indexes of the organisations that were asked for lately. What is dropped is filled again when it is asked for.</summary>
/// <param name="store">Where prompts are.</param>
public sealed class SimilarityIndexes(IStore store)
{
    // Twice what one organisation may have, so that a large one does not drop all others.
    private static readonly long Most = 2 * QuireLimits.SimilarPrompts.Value;

    private readonly Lock _gate = new();
    private readonly LinkedList<(long Organisation, SimilarityIndex Index)> _lately = [];

    /// <summary>The organisation's index, as of its last change.</summary>
    internal async Task<SimilarityIndex> Get(long organisationId, CancellationToken cancellation)
    {
        var index = Find(organisationId);
        await index.CatchUp(cancellation);
        Drop();
        return index;
    }

    private SimilarityIndex Find(long organisationId)
    {
        lock (_gate)
        {
            var node = _lately.First;
            while (node is not null && node.Value.Organisation != organisationId)
                node = node.Next;
            if (node is null)
                return _lately.AddFirst((organisationId, new SimilarityIndex(store, organisationId))).Value.Index;
            _lately.Remove(node);
            _lately.AddFirst(node);
            return node.Value.Index;
        }
    }

    // Whoever still reads a dropped index has it to the end.
    private void Drop()
    {
        lock (_gate)
        {
            while (_lately.Count > 1 && _lately.Sum(entry => (long)entry.Index.Count) > Most)
                _lately.RemoveLast();
        }
    }
}
