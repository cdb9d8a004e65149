namespace Quire.Versioning.Merging.Renames;

/// <summary>A file that one side moved.</summary>
/// <param name="OldPath">Its path in the base.</param>
/// <param name="NewPath">Its path on the side.</param>
/// <param name="Side">1 for ours, 2 for theirs.</param>
internal readonly record struct FileRename(string OldPath, string NewPath, int Side);
