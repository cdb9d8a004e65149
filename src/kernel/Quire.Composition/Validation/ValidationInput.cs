using Quire.Prompts.PromptFiles;
using Quire.Templating.Values;

namespace Quire.Composition.Validation;

/// <summary>A file to check, with what is stored beside it.</summary>
public sealed record ValidationInput
{
    /// <summary>The file's path in its tree.</summary>
    public required string TreePath { get; init; }

    /// <summary>The file's content.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The rules. Default: <see cref="ValidationPolicy.Default"/>.</summary>
    public ValidationPolicy Policy { get; init; } = ValidationPolicy.Default;

    /// <summary>Finds the base prompt that a contribution extends, in the resulting tree; null skips checks against it.</summary>
    public Func<ExtendsTarget, PromptFile?>? FindBase { get; init; }

    /// <summary>The stored contributions to the same base (for a contribution) or to this prompt (for a base), without this file.</summary>
    public IReadOnlyList<PromptFile> Contributions { get; init; } = [];

    /// <summary>The file before the change; null where it is new.</summary>
    public PromptFile? Before { get; init; }

    /// <summary>Variables to check against the schema; null checks none.</summary>
    public Value? Variables { get; init; }
}
