using Quire.Core.Prompts;

namespace Quire.Core.Changes.Planning;

/// <summary>A prompt while a change is planned: what it was, and what the change adds.</summary>
internal sealed class PromptState(Prompt prompt, bool isNew)
{
    private readonly List<PromptVersion> _added = [];
    private readonly Dictionary<long, PromptVersion?> _stored = [];

    /// <summary>The prompt as it will be.</summary>
    public Prompt Prompt { get; private set; } = prompt;

    /// <summary>Whether the change creates it.</summary>
    public bool IsNew { get; } = isNew;

    /// <summary>Whether anything about its row changes.</summary>
    public bool IsDirty { get; private set; } = isNew;

    /// <summary>The latest number before the change; null for none.</summary>
    public long? LatestBefore { get; } = prompt.LatestNumber;

    /// <summary>The versions that the change issues.</summary>
    public IReadOnlyList<PromptVersion> Added => _added;

    /// <summary>The paths that the change moves it away from.</summary>
    public List<string> LeftPaths { get; } = [];

    /// <summary>Whether it stands at the tip of the default branch.</summary>
    public bool Stands => Prompt.TipBlob is not null;

    /// <summary>A version: one that the change issues, else the stored one, read once.</summary>
    public PromptVersion? Version(long number, Func<PromptVersion?> read)
    {
        if (_added.Find(version => version.Number == number) is { } issued)
            return issued;
        if (!_stored.TryGetValue(number, out var known))
            _stored[number] = known = read();
        return known;
    }

    /// <summary>Changes the row.</summary>
    public void Set(Prompt prompt)
    {
        Prompt = prompt;
        IsDirty = true;
    }

    /// <summary>Issues the next number.</summary>
    public void Issue(PromptVersion version, bool standing)
    {
        _added.Add(version);
        Set(Prompt with
        {
            LastNumber = version.Number,
            LatestNumber = standing ? version.Number : null,
            UpdatedAt = version.CreatedAt > Prompt.UpdatedAt ? version.CreatedAt : Prompt.UpdatedAt,
        });
    }

    /// <summary>Says which project the prompt is of.</summary>
    public void Settle(long projectId)
    {
        Set(Prompt with { ProjectId = projectId });
        for (var i = 0; i < _added.Count; i++)
            _added[i] = _added[i] with { ProjectId = projectId };
    }
}
