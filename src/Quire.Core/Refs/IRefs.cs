using Quire.Versioning.Objects;

namespace Quire.Core.Refs;

/// <summary>The rows of branches, tags and internal refs.</summary>
public interface IRefs
{
    /// <summary>The ref of that full name, or null.</summary>
    Ref? Find(long projectId, string name);

    /// <summary>The refs whose full name begins with <paramref name="prefix"/>, by name, after <paramref name="after"/>.</summary>
    IReadOnlyList<Ref> List(long projectId, string prefix, string? after, int limit);

    /// <summary>
    /// Creates (<paramref name="expected"/> null), moves, or deletes (<paramref name="next"/> null) a ref if it still has the expected value; false
    /// and nothing done otherwise.
    /// </summary>
    bool CompareAndSet(long projectId, string name, ObjectId? expected, ObjectId? next);

    /// <summary>Sets or lifts the protection of a ref.</summary>
    void SetProtected(long projectId, string name, bool value);
}
