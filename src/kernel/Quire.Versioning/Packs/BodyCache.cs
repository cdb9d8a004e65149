using System.Diagnostics.CodeAnalysis;
using Quire.Versioning.Objects;

namespace Quire.Versioning.Packs;

/// <summary>The objects seen last, up to a sum of bytes.</summary>
internal sealed class BodyCache(long limit)
{
    private readonly Dictionary<ObjectId, GitObject> _values = [];
    private readonly Queue<ObjectId> _order = new();
    private long _bytes;

    public bool TryGet(ObjectId id, [NotNullWhen(true)] out GitObject? value) => _values.TryGetValue(id, out value);

    public void Add(GitObject value)
    {
        if (value.Body.Length > limit || !_values.TryAdd(value.Id, value))
            return;
        _order.Enqueue(value.Id);
        _bytes += value.Body.Length;
        while (_bytes > limit)
        {
            _values.Remove(_order.Dequeue(), out var oldest);
            _bytes -= oldest!.Body.Length;
        }
    }
}
