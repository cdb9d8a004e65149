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
        foreach (var moves in context.Plan.Aliases.GroupBy(move => move.Key.Name, StringComparer.Ordinal))
            Check(moves.Key, [.. moves.Select(move => new PromotedVersion(move.Key.Prompt, move.New))]);
    }

    private void Check(string alias, IReadOnlyList<PromotedVersion> moved)
    {
        var keys = moved.Select(Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var stored = context.Session.Versions.AliasedContributions(context.Project.OrganisationId, keys, alias);
        var after = new PromotedSet(context, moved, stored);
        // Most prompts have no layers: the pair before is only looked at where there is one after.
        var before = new Lazy<PromotedSet>(() => new PromotedSet(context, [], stored));
        foreach (var key in keys.Where(after.HasContributions))
            Check(alias, key, after, before.Value);
    }

    private void Check(string alias, string key, PromotedSet after, PromotedSet before)
    {
        var pair = Pair(alias, key, after);
        if (pair.Base is not null && pair.Contributions.Count > 0)
            Breaks.Judge(context, Pair(alias, key, before), pair, after.Brought, onlyWarn: false);
    }

    private string Key(PromotedVersion move)
    {
        var number = move.Number ?? context.Session.Aliases.List(context.Project.Id, [move.Prompt.Prompt.Id]).Select(alias => (long?)alias.Number).FirstOrDefault();
        var version = number is { } n ? PromptLookups.RequireVersion(context, move.Prompt, n) : null;
        return version?.Extends ?? $"{context.Project.Name}:{move.Prompt.Prompt.Path}";
    }

    private StoredPair Pair(string alias, string key, PromotedSet set)
    {
        var (projectName, path) = PairLookups.Split(key);
        return new StoredPair(Base(alias, projectName, path, set), [.. set.Contributions(key)]);
    }

    private PromptFile? Base(string alias, string projectName, string path, PromotedSet set)
    {
        if (context.Session.Projects.Find(context.Project.OrganisationId, projectName) is not { } project)
            return null;
        context.Fingerprint.Alias(project.Id, alias, context.Session.Aliases.Epoch(project.Id, alias));
        if (project.Id == context.Project.Id && set.Find(path) is { } move)
            return move.Number is { } number ? PairLookups.Read(context, PromptLookups.RequireVersion(context, move.Prompt, number)) : null;
        var prompt = context.Session.Prompts.Find(project.Id, path) ?? context.Session.Prompts.FindMoved(project.Id, path);
        var stored = prompt is null ? null : context.Session.Aliases.Find(project.Id, prompt.Id, alias);
        return stored is null ? null : PairLookups.Read(context, context.Session.Versions.Find(project.Id, prompt!.Id, stored.Number)!);
    }
}
