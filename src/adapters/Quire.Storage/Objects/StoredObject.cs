using Quire.Core.Objects;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;

namespace Quire.Storage.Objects;

/// <summary>A row of <c>objects</c>.</summary>
/// <param name="Id">The object's id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Size">The size of the object's body in bytes.</param>
/// <param name="StoredSize">The size in bytes of what <paramref name="Body"/> inflates to: the body, or the delta.</param>
/// <param name="Body">The zlib stream of the body, or of a git delta.</param>
/// <param name="DeltaBase">The object that the delta applies to; null where the body is whole.</param>
/// <param name="DeltaDepth">How many deltas must be applied at most to get the body.</param>
/// <param name="DeltaLevel">How far the delta reaches back, as <see cref="DeltaLimits"/> tells; 0 where the body is whole.</param>
internal sealed record StoredObject(ObjectId Id, ObjectKind Kind, int Size, int StoredSize, byte[] Body, ObjectId? DeltaBase, int DeltaDepth, int DeltaLevel)
{
    // Ids do not compress, so no whole tree shrinks to an eighth; compressing a large one just to see that costs more than all the rest.
    private const int PlainlySmaller = 8;

    /// <summary>The columns in the order of <see cref="Values"/>.</summary>
    public static readonly string[] Names = ["project_id", "oid", "kind", "size", "stored_size", "body", "delta_base", "delta_depth", "delta_level", "staged_at"];

    /// <summary>A row that holds the whole body.</summary>
    public static StoredObject Whole(GitObject value) =>
        new(value.Id, value.Kind, value.Body.Length, value.Body.Length, Zlib.Compress(value.Body.Span), null, 0, 0);

    /// <summary>A row that holds a delta of that base where it is smaller, else the whole body.</summary>
    public static StoredObject Smaller(GitObject value, GitObject deltaBase, int baseDepth, int level)
    {
        var delta = Delta.Encode(deltaBase.Body.Span, value.Body.Span);
        var body = Zlib.Compress(delta);
        var row = new StoredObject(value.Id, value.Kind, value.Body.Length, delta.Length, body, deltaBase.Id, baseDepth + 1, level);
        if (body.Length < value.Body.Length / PlainlySmaller)
            return row;
        var whole = Whole(value);
        return body.Length < whole.Body.Length ? row : whole;
    }

    /// <summary>What packs need of the row.</summary>
    public StoredEntry ToEntry() => new(Id, Kind, StoredSize, Body, DeltaBase);

    /// <summary>The values of the columns.</summary>
    public object?[] Values(long projectId, long stagedAt) =>
        [projectId, Id.ToByteArray(), (long)Kind, (long)Size, (long)StoredSize, Body, DeltaBase?.ToByteArray(), (long)DeltaDepth, (long)DeltaLevel, stagedAt];
}
