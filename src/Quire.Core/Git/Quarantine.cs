using System.Diagnostics.CodeAnalysis;
using Quire.Versioning.Objects;

namespace Quire.Core.Git;

/// <summary>
/// The objects of a push until all of them are checked: nothing of a refused push reaches the store. The first ones stay in memory, the rest go
/// to a stream. Not safe for several threads at once.
/// </summary>
/// <param name="spill">Makes that stream.</param>
internal sealed class Quarantine(Func<Stream> spill) : IObjectSource, IObjectSink, IDisposable
{
    private const long MemoryBytes = 32 << 20;
    private readonly Dictionary<ObjectId, Place> _places = [];
    private Stream? _stream;
    private long _inMemory;

    /// <summary>Whether an object is here.</summary>
    public bool Contains(ObjectId id) => _places.ContainsKey(id);

    /// <summary>The length of an object's body.</summary>
    public int SizeOf(ObjectId id) => _places[id].Length;

    /// <inheritdoc/>
    public void Put(GitObject value)
    {
        if (_places.ContainsKey(value.Id))
            return;
        var length = value.Body.Length;
        if (_inMemory + length <= MemoryBytes)
        {
            _inMemory += length;
            _places.Add(value.Id, new Place(value.Kind, value, 0, length));
            return;
        }
        _stream ??= spill();
        var offset = _stream.Seek(0, SeekOrigin.End);
        _stream.Write(value.Body.Span);
        _places.Add(value.Id, new Place(value.Kind, null, offset, length));
    }

    /// <inheritdoc/>
    public bool TryRead(ObjectId id, [NotNullWhen(true)] out GitObject? value)
    {
        value = null;
        if (!_places.TryGetValue(id, out var place))
            return false;
        value = place.Value ?? Load(id, place);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream?.Dispose();

    private GitObject Load(ObjectId id, Place place)
    {
        var body = new byte[place.Length];
        _stream!.Position = place.Offset;
        _stream.ReadExactly(body);
        return GitObject.Known(id, place.Kind, body);
    }

    private readonly record struct Place(ObjectKind Kind, GitObject? Value, long Offset, int Length);
}
