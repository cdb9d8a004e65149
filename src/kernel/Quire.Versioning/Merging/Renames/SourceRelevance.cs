namespace Quire.Versioning.Merging.Renames;

/// <summary>Why it matters whether a file that vanished was renamed.</summary>
internal enum SourceRelevance
{
    /// <summary>The other side changed or removed it.</summary>
    Content = 1,

    /// <summary>It helps to tell where its folder went.</summary>
    Location = 2,
}
