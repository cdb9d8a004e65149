using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Merging.Trees;

/// <summary>A mode and an id; the default value where a version has nothing at a path.</summary>
internal readonly record struct FileVersion(EntryMode Mode, ObjectId Id)
{
    public bool IsAbsent => Mode == EntryMode.None;
}
