using Quire.Core.Prompts;
using Quire.Core.Organisations;
using Quire.Core.Stores;

namespace Quire.Core.Changes.Planning;

/// <summary>The prompts that a change touches, loaded as they are asked for.</summary>
internal sealed class PromptStates(ISession session, Project project)
{
    private readonly Dictionary<string, PromptState> _byPath = new(StringComparer.Ordinal);
    private readonly List<PromptState> _all = [];

    /// <summary>Every prompt that was loaded or made.</summary>
    public IReadOnlyList<PromptState> All => _all;

    /// <summary>The prompt at that path, standing or deleted; null where there never was one.</summary>
    public PromptState? Find(string path)
    {
        if (_byPath.TryGetValue(path, out var known))
            return known;
        return session.Prompts.Find(project.Id, path) is { } stored ? Keep(new PromptState(stored, isNew: false)) : null;
    }

    /// <summary>The prompt at that path or the one that moved away from it.</summary>
    public PromptState? FindOrMoved(string path)
    {
        if (Find(path) is { } here)
            return here;
        return session.Prompts.FindMoved(project.Id, path) is { } moved ? Find(moved.Path) : null;
    }

    /// <summary>The prompt at that path, made where there is none.</summary>
    public PromptState FindOrAdd(string path, string filePath, DateTimeOffset now) => Find(path) ?? Keep(new PromptState(
        new Prompt
        {
            OrganisationId = project.OrganisationId,
            ProjectId = project.Id,
            Path = path,
            FilePath = filePath,
            CreatedAt = now,
            UpdatedAt = now,
        }, isNew: true));

    /// <summary>Moves a prompt. One that was deleted there before makes room, and keeps its versions under a path that no address can name.</summary>
    public void Move(PromptState state, string path, string filePath)
    {
        if (Find(path) is { } displaced)
        {
            var aside = $"{path}#{displaced.Prompt.Id}";
            displaced.Set(displaced.Prompt with { Path = aside });
            _byPath[aside] = displaced;
        }
        _byPath.Remove(state.Prompt.Path);
        state.LeftPaths.Add(state.Prompt.Path);
        state.Set(state.Prompt with { Path = path, FilePath = filePath });
        _byPath[path] = state;
    }

    /// <summary>Says which project the prompts are of.</summary>
    public void Settle(long projectId)
    {
        foreach (var state in _all.Where(state => state.Prompt.ProjectId != projectId))
            state.Settle(projectId);
    }

    private PromptState Keep(PromptState state)
    {
        _byPath[state.Prompt.Path] = state;
        _all.Add(state);
        return state;
    }
}
