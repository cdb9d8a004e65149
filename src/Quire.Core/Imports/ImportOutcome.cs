namespace Quire.Core.Imports;

/// <summary>What became of one item of an import.</summary>
public enum ImportOutcome
{
    /// <summary>It was not there, and is now.</summary>
    Created,

    /// <summary>It was there, and has a new version, or other aliases or tags.</summary>
    Updated,

    /// <summary>It was there like this.</summary>
    Unchanged,

    /// <summary>It is no prompt, and was left out.</summary>
    Skipped,

    /// <summary>It could not be imported; the reason says why.</summary>
    Failed,
}
