using Quire.Core.Prompts;
using Quire.Prompts.PromptFiles;

namespace Quire.Core.Changes.Planning;

/// <summary>What carries an alias once the moves have happened: found by base and by path, so that a thousand moves cost no more than a thousand look-ups.</summary>
internal sealed class PromotedSet
{
    private readonly PlanningContext _context;
    private readonly Dictionary<string, PromotedVersion> _byPath;
    private readonly ILookup<string, (string Name, PromptVersion Version)> _contributions;
    private readonly Dictionary<long, string> _projects;

    /// <summary>Sorts what is stored and what moves.</summary>
    /// <param name="context">The change.</param>
    /// <param name="moved">The prompts on which the alias moves.</param>
    /// <param name="stored">The contributions that carry the alias now.</param>
    public PromotedSet(PlanningContext context, IReadOnlyList<PromotedVersion> moved, IReadOnlyList<PromptEntry> stored)
    {
        _context = context;
        _byPath = moved.ToDictionary(move => move.Prompt.Prompt.Path, StringComparer.Ordinal);
        _projects = stored.Any(entry => entry.Prompt.ProjectId != context.Project.Id)
            ? context.Session.Projects.List(context.Project.OrganisationId).ToDictionary(project => project.Id, project => project.Name) : [];
        var touched = moved.Where(move => !move.Prompt.IsNew).Select(move => move.Prompt.Prompt.Id).ToHashSet();
        var standing = stored.Where(entry => !touched.Contains(entry.Prompt.Id)).Select(entry => (Name: Name(entry), entry.Version));
        var planned = moved.Where(move => move.Number is not null)
            .Select(move => (Name: move.Prompt.Prompt.Path, Version: PromptLookups.RequireVersion(context, move.Prompt, move.Number!.Value)));
        _contributions = standing.Concat(planned).Where(entry => entry.Version.Extends is not null).ToLookup(entry => entry.Version.Extends!, StringComparer.Ordinal);
        Brought = moved.Where(move => move.Number is not null).Select(move => move.Prompt.Prompt.Path).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The names of the prompts that get the alias, or get it elsewhere.</summary>
    public IReadOnlySet<string> Brought { get; }

    /// <summary>Whether anything that carries the alias extends the base.</summary>
    public bool HasContributions(string key) => _contributions.Contains(key);

    /// <summary>The move of the prompt at a path of the changed project; null where it does not move.</summary>
    public PromotedVersion? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The contributions to a base that carry the alias.</summary>
    public IEnumerable<KeyValuePair<string, PromptFile>> Contributions(string key) =>
        from entry in _contributions[key]
        let file = PairLookups.Read(_context, entry.Version)
        where file is { IsContribution: true }
        select KeyValuePair.Create(entry.Name, file);

    private string Name(PromptEntry entry) =>
        entry.Prompt.ProjectId == _context.Project.Id ? entry.Prompt.Path : $"{_projects[entry.Prompt.ProjectId]}:{entry.Prompt.Path}";
}
