using Quire.Templating.Diagnostics;
using Quire.Versioning.Objects;

namespace Quire.Core.Changes.Planning;

/// <summary>Everything that a change will write, computed on a snapshot.</summary>
internal sealed class ChangePlan
{
    /// <summary>Refs to set, each with the value it must still have.</summary>
    public List<(string Name, ObjectId? Expected, ObjectId? Next)> Refs { get; } = [];

    /// <summary>Aliases to set or remove, by the prompt's state, because a new prompt has no id yet.</summary>
    public PlannedValues<(PromptState Prompt, string Name), long?> Aliases { get; } = new();

    /// <summary>Annotations to set or remove.</summary>
    public PlannedValues<(PromptState Prompt, long Number, string Key), string?> Annotations { get; } = new();

    /// <summary>Patterns of aliases whose protection is set or lifted.</summary>
    public PlannedValues<string, bool> AliasProtections { get; } = new();

    /// <summary>Refs whose protection is set or lifted.</summary>
    public List<(string Name, bool Protected)> Protections { get; } = [];

    /// <summary>The full name of the new default branch; null where it stays.</summary>
    public string? DefaultBranch { get; set; }

    /// <summary>Feed rows of refs.</summary>
    public List<FeedRow> Rows { get; } = [];

    /// <summary>Warnings for the caller.</summary>
    public List<Diagnostic> Warnings { get; } = [];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Refs.Count == 0 && Aliases.IsEmpty && Annotations.IsEmpty && AliasProtections.IsEmpty && Protections.Count == 0 && DefaultBranch is null;

    /// <summary>Says which project the feed rows are of.</summary>
    public void Settle(long projectId)
    {
        for (var i = 0; i < Rows.Count; i++)
            Rows[i] = Rows[i] with { ProjectId = projectId };
    }
}
