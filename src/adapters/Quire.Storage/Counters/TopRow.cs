using Quire.Core.Counters;

namespace Quire.Storage.Counters;

/// <summary>How often a prompt was read. A sum has no type in SQLite until there is a row, so the row is filled by property and not by constructor.</summary>
internal sealed class TopRow
{
    public string Path { get; set; } = "";

    public long Count { get; set; }

    public PromptReads ToReads() => new(Path, Count);
}
