using Quire.Core.Prompts;
using Quire.Prompts.PromptFiles;

namespace Quire.Core.Changes.Planning;

/// <summary>
/// Checks, for aliases that move, that base and contributions still fit under each alias. What is checked are pairs, never combinations:
/// composing checks those.
/// </summary>
internal sealed class PromotionChecks(PlanningContext context)
{
    /// <summary>Refuses breaks that the caller did not name.</summary>
    public void Check()
    {
        foreach (var alias in context.Plan.Aliases.Select(move => move.Name).Distinct(StringComparer.Ordinal))
            Check(alias);
    }

    private void Check(string alias)
    {
        var moved = context.Plan.Aliases.Where(move => move.Name == alias).Select(move => (move.Prompt, move.Target)).ToDictionary(move => move.Prompt, move => move.Target?.Number);
        foreach (var key in moved.Select(Key).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Check(alias, key, moved);
    }

    private void Check(string alias, string key, Dictionary<PromptState, long?> moved)
    {
        var after = Pair(alias, key, moved);
        if (after.Base is null || after.Contributions.Count == 0)
            return;
        var before = Pair(alias, key, []);
        var brought = moved.Where(move => move.Value is not null).Select(move => move.Key.Prompt.Path).ToHashSet(StringComparer.Ordinal);
        Breaks.Judge(context, before, after, brought, onlyWarn: false);
    }

    private string? Key(KeyValuePair<PromptState, long?> move)
    {
        var number = move.Value ?? context.Session.Aliases.List(context.Project.Id, [move.Key.Prompt.Id]).Select(alias => (long?)alias.Number).FirstOrDefault();
        var version = number is { } n ? PromptLookups.RequireVersion(context, move.Key, n) : null;
        return version?.Extends ?? $"{context.Project.Name}:{move.Key.Prompt.Path}";
    }

    private StoredPair Pair(string alias, string key, Dictionary<PromptState, long?> moved)
    {
        var (projectName, path) = PairLookups.Split(key);
        var stored = context.Session.Versions.AliasedContributions(context.Project.OrganisationId, [key], alias)
            .Where(entry => !moved.Keys.Any(state => state.Prompt.Id == entry.Prompt.Id && !state.IsNew))
            .Select(entry => (Name: Name(entry), entry.Version));
        var planned = moved.Where(move => move.Value is not null).Select(move => (Name: move.Key.Prompt.Path, Version: PromptLookups.RequireVersion(context, move.Key, move.Value!.Value)))
            .Where(move => move.Version.Extends == key);
        var contributions = stored.Concat(planned).Select(entry => KeyValuePair.Create(entry.Name, PairLookups.Read(context, entry.Version)))
            .Where(entry => entry.Value is { IsContribution: true }).Select(entry => KeyValuePair.Create(entry.Key, entry.Value!));
        return new StoredPair(Base(alias, projectName, path, moved), [.. contributions]);
    }

    private string Name(PromptEntry entry) =>
        entry.Prompt.ProjectId == context.Project.Id ? entry.Prompt.Path
        : $"{context.Session.Projects.List(context.Project.OrganisationId).First(project => project.Id == entry.Prompt.ProjectId).Name}:{entry.Prompt.Path}";

    private PromptFile? Base(string alias, string projectName, string path, Dictionary<PromptState, long?> moved)
    {
        if (context.Session.Projects.Find(context.Project.OrganisationId, projectName) is not { } project)
            return null;
        context.Fingerprint.Alias(project.Id, alias, context.Session.Aliases.Epoch(project.Id, alias));
        if (project.Id == context.Project.Id && moved.FirstOrDefault(move => move.Key.Prompt.Path == path) is { Key: { } state, Value: var number })
            return number is { } n ? PairLookups.Read(context, PromptLookups.RequireVersion(context, state, n)) : null;
        var prompt = context.Session.Prompts.Find(project.Id, path) ?? context.Session.Prompts.FindMoved(project.Id, path);
        var stored = prompt is null ? null : context.Session.Aliases.Find(project.Id, prompt.Id, alias);
        return stored is null ? null : PairLookups.Read(context, context.Session.Versions.Find(project.Id, prompt!.Id, stored.Number)!);
    }
}
