namespace Quire.Core.Exports;

/// <summary>The forms in which prompts go out.</summary>
public enum ExportFormat
{
    /// <summary>An archive of the files as they stand.</summary>
    Zip,

    /// <summary>A table, guarded against formulas.</summary>
    Csv,

    /// <summary>A list with every file as it is, and its labels, tags and messages.</summary>
    Json,

    /// <summary>A list as Langfuse's interface writes prompts.</summary>
    Langfuse,
}
