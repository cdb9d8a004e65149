using Quire.Core.Errors;
using Quire.Prompts.Names;

namespace Quire.Core.Changes.Planning;

/// <summary>Plans the move of an alias.</summary>
internal sealed class AliasPlanner(PlanningContext context)
{
    /// <summary>Adds the move to the plan.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>version_not_found</c>, <c>version_deleted</c>, <c>version_invalid</c>, <c>stale_alias</c>, <c>alias_not_found</c>, <c>protected</c>, <c>invalid_name</c>.</exception>
    public void Plan(AliasMove move)
    {
        if (!AliasName.TryParse(move.Name, out _, out var problem))
            throw problem.AsException();
        var prompt = PromptLookups.Require(context, move.Path);
        context.ReadAliasEpoch(move.Name);
        var stored = Stored(prompt, move.Name);
        var current = context.Plan.Aliases.Current((prompt, move.Name), stored);
        CheckExpected(move, current);
        var next = move.Target is null ? null : Target(prompt, move.Target);
        if (current == next)
            return;
        AliasProtectionPlanner.Guard(context, move.Name);
        context.Plan.Aliases.Set((prompt, move.Name), stored, next);
    }

    private static void CheckExpected(AliasMove move, long? current)
    {
        if (move.Expected is not { } expected || expected == (current ?? 0))
            return;
        throw new QuireException(new QuireError
        {
            Kind = ErrorKind.Conflict,
            Code = "stale_alias",
            Message = $"The alias '{move.Name}' of '{move.Path}' is at version {current ?? 0}, not at {expected} (0 is none).",
            Hint = "Read the alias again and decide anew.",
            Facts = new Dictionary<string, string> { ["expected"] = $"{expected}", ["actual"] = $"{current ?? 0}" },
        });
    }

    private long? Target(PromptState prompt, AliasTarget target)
    {
        var number = target.Number ?? (target.Alias is { } alias ? OfAlias(prompt, alias) : prompt.Prompt.LatestNumber)
            ?? throw new QuireException(ErrorKind.NotFound, "version_not_found", $"The prompt '{prompt.Prompt.Path}' has no latest version.");
        var version = PromptLookups.RequireVersion(context, prompt, number);
        if (!prompt.IsNew)
            context.Fingerprint.Annotation(prompt.Prompt.Id, number, AnnotationKeys.Tombstone, version.Tombstone ? "true" : null);
        if (version.Tombstone || context.Plan.Annotations.Current((prompt, number, AnnotationKeys.Tombstone), null) is not null)
            throw new QuireException(ErrorKind.Gone, "version_deleted", $"Version {number} of '{prompt.Prompt.Path}' was deleted.");
        if (version.Invalid)
            throw new QuireException(ErrorKind.Rejected, "version_invalid", $"Version {number} of '{prompt.Prompt.Path}' does not parse and cannot be aliased.");
        return number;
    }

    private long OfAlias(PromptState prompt, string alias)
    {
        context.ReadAliasEpoch(alias);
        return context.Plan.Aliases.Current((prompt, alias), Stored(prompt, alias))
            ?? throw new QuireException(ErrorKind.NotFound, "alias_not_found", $"The prompt '{prompt.Prompt.Path}' has no alias '{alias}'.", "Set it first, or name a version.");
    }

    private long? Stored(PromptState prompt, string alias) => context.Session.Aliases.Find(context.Project.Id, prompt.Prompt.Id, alias)?.Number;
}
