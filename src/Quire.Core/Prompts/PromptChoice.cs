using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Stores;

namespace Quire.Core.Prompts;

/// <summary>Several prompts of a project: those of a folder, or a list of paths.</summary>
public sealed record PromptChoice
{
    private const int PageSize = 1_000;

    /// <summary>The folder, whose prompts at any depth are meant; empty for the whole project; null where <see cref="Paths"/> names them.</summary>
    public string? Folder { get; init; }

    /// <summary>The paths; null where <see cref="Folder"/> names them.</summary>
    public IReadOnlyList<string>? Paths { get; init; }

    /// <summary>The paths that are meant, each once.</summary>
    /// <exception cref="QuireException"><c>invalid_choice</c>, <c>folder_not_found</c>, <c>too_large</c>.</exception>
    internal IReadOnlyList<string> Find(ISession session, Principal caller, Project project)
    {
        if (Folder is null == Paths is null)
            throw new QuireException(ErrorKind.Invalid, "invalid_choice", "Which prompts are meant is not said, or said twice.", "Give one of folder and paths.");
        var found = Paths is null ? [.. Standing(session, caller, project, PromptFolder.Prefix(Folder!)).Select(entry => entry.Prompt.Path)] : Paths.Distinct(StringComparer.Ordinal).ToList();
        if (found.Count == 0)
            throw Paths is null ? PromptFolder.NotFound(project, Folder!) : new QuireException(ErrorKind.Invalid, "invalid_choice", "The list of paths is empty.", "Name at least one prompt.");
        QuireLimits.Moves.Check(found.Count, "The change");
        return found;
    }

    /// <summary>The prompts that stand below a prefix and that the caller sees; at most one more than a change can move.</summary>
    internal static IReadOnlyList<PromptEntry> Standing(ISession session, Principal caller, Project project, string prefix)
    {
        var found = new List<PromptEntry>();
        while (found.Count <= QuireLimits.Moves.Value)
        {
            var page = session.Prompts.List(project.Id, prefix, found.Count == 0 ? null : found[^1].Prompt.Path, PageSize);
            found.AddRange(page);
            if (page.Count < PageSize)
                break;
        }
        return [.. found.Where(entry => caller.Sees(entry.Version.Layer, entry.Version.Scope))];
    }
}
