using Quire.Composition.Locks;
using Quire.Core.Access;
using Quire.Core.Composing;
using Quire.Prompts.PromptFiles;
using Quire.Templating.Diagnostics;

namespace Quire.Core.Changes.Planning;

/// <summary>A base prompt and the contributions that stand beside it, at one moment.</summary>
/// <param name="Base">The base; null where there is none.</param>
/// <param name="Contributions">The contributions, each with the name under which a break of it is accepted.</param>
internal sealed record StoredPair(PromptFile? Base, IReadOnlyList<KeyValuePair<string, PromptFile>> Contributions)
{
    /// <summary>Nothing at all.</summary>
    public static StoredPair None { get; } = new(null, []);

    /// <summary>The pair as somebody sees it: without contributions of projects and tenants that do not exist for that caller.</summary>
    public StoredPair SeenBy(Principal caller) => this with { Contributions = [.. Contributions.Where(contribution => IsSeen(caller, contribution.Key, contribution.Value))] };

    /// <summary>What does not fit: the contribution's name and why.</summary>
    public IReadOnlyList<KeyValuePair<string, Diagnostic>> Misfits()
    {
        var files = Contributions.Select(contribution => contribution.Value).ToList();
        return [.. Contributions.SelectMany(contribution => PairChecker.Check(contribution.Value, Base, [.. files.Where(other => !ReferenceEquals(other, contribution.Value))]).Select(finding => KeyValuePair.Create(contribution.Key, finding)))];
    }

    private static bool IsSeen(Principal caller, string name, PromptFile file) =>
        (!name.Contains(':', StringComparison.Ordinal) || caller.Reaches(PairLookups.Split(name).Project))
        && caller.Sees(file.Contribution is { } header ? LayerNames.Of(header.Layer) : null, file.Contribution?.Scope?.Value);
}
