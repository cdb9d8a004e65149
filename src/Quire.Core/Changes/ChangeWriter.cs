using Quire.Core.Changes.Planning;
using Quire.Core.Errors;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Search;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Changes;

/// <summary>Writes a plan: the part of a change that happens in the transaction.</summary>
internal sealed class ChangeWriter(ISession session, PlanningContext context, long? sweeps)
{
    private readonly List<FeedRow> _rows = [];
    private readonly Project _project = context.Project;
    private readonly ChangePlan _plan = context.Plan;

    /// <summary>Writes everything, or throws and leaves nothing.</summary>
    /// <exception cref="FingerprintBrokenException">Something moved since the validation.</exception>
    public Applied Write()
    {
        var sequence = ChangeRecorder.TakeNumber(session, _project.OrganisationId);
        var stays = session.Projects.Find(_project.OrganisationId, _project.Name)?.DefaultBranch == _project.DefaultBranch;
        if (!stays || !context.Fingerprint.Holds(session, _project.Id))
            throw new FingerprintBrokenException();
        if (sweeps is { } seen && session.Projects.Sweeps(_project.Id) != seen)
            StageAgain();
        CheckObjects();
        WriteRefs();
        var touched = context.Prompts.All.Where(state => state.IsDirty).Concat(_plan.Annotations.Select(annotation => annotation.Key.Prompt)).ToHashSet();
        var issued = WritePrompts();
        WriteAnnotations(sequence);
        WriteAliases(sequence);
        new SearchDocuments(session, context.Contents).Changed(_project.Id, [.. touched.Select(state => state.Prompt.Id)], sequence, context.ObjectsIn(session));
        ChangeRecorder.Write(session, _project.OrganisationId, sequence, context.Change.Actor.Id, context.Now, _rows);
        return new Applied
        {
            Sequence = sequence,
            Changed = true,
            Issued = issued,
            Head = _plan.Refs.LastOrDefault(change => change.Name.StartsWith(BranchPlanner.Prefix, StringComparison.Ordinal)).Next?.ToString(),
            Warnings = _plan.Warnings,
        };
    }

    // A collection may have swept what no pointer reached yet. Here it cannot come between.
    private void StageAgain()
    {
        if (context.Change.IsStaged)
            throw new QuireException(ErrorKind.Conflict, "objects_swept", "A collection ran while the change was being checked.", "Send it again.");
        session.Objects.Add(_project.Id, context.Change.Objects);
    }

    // What a pointer shall lead to was planned from a snapshot, and from what was read lately; a collection may have swept it since.
    private void CheckObjects()
    {
        var parents = context.Change.Objects.Where(staged => staged.Value.Kind == ObjectKind.Commit).SelectMany(staged => Versioning.Commits.Commit.Parse(staged.Value).Parents);
        var needed = _plan.Refs.Select(change => change.Next).OfType<ObjectId>().Concat(parents).ToHashSet();
        needed.ExceptWith(session.Objects.Existing(_project.Id, needed));
        if (needed.Count > 0)
        {
            throw new QuireException(ErrorKind.Conflict, "objects_swept", $"Object {needed.First()} was removed by a collection, because nothing referred to it.",
                "Send the change again, with the objects that it needs.");
        }
    }

    private void WriteRefs()
    {
        foreach (var (name, expected, next) in _plan.Refs)
        {
            if (!session.Refs.CompareAndSet(_project.Id, name, expected, next))
                throw new FingerprintBrokenException();
        }
        foreach (var (name, value) in _plan.Protections)
            session.Refs.SetProtected(_project.Id, name, value);
        WriteAliasProtections();
        if (_plan.DefaultBranch is { } branch)
            session.Projects.SetDefaultBranch(_project.OrganisationId, _project.Id, branch);
        _rows.AddRange(_plan.Rows);
    }

    private void WriteAliasProtections()
    {
        foreach (var (pattern, old, next) in _plan.AliasProtections)
        {
            if (next)
                session.ProtectedAliases.Add(_project.Id, pattern);
            else
                session.ProtectedAliases.Remove(_project.Id, pattern);
            _rows.Add(context.Row("protection", $"alias:{pattern}", old ? "true" : "false", next ? "true" : "false"));
        }
    }

    private List<IssuedVersion> WritePrompts()
    {
        var issued = new List<IssuedVersion>();
        var dirty = context.Prompts.All.Where(state => state.IsDirty).ToList();
        // A prompt that makes room goes first, so that its old path is free.
        foreach (var state in dirty.OrderBy(state => state.Prompt.Path.Contains('#') ? 0 : 1).ThenBy(state => state.IsNew))
        {
            Save(state);
            issued.AddRange(state.Added.Select(version => new IssuedVersion(state.Prompt.Path, version.Number)));
            if (state.LatestBefore != state.Prompt.LatestNumber)
                _rows.Add(PromptRow(state, "latest", "latest", $"{state.LatestBefore}", $"{state.Prompt.LatestNumber}"));
        }
        session.Versions.Add([.. dirty.SelectMany(state => state.Added.Select(version => version with { PromptId = state.Prompt.Id }))]);
        return issued;
    }

    private void Save(PromptState state)
    {
        if (state.IsNew)
            state.Set(session.Prompts.Add(state.Prompt));
        else
            session.Prompts.Update(state.Prompt);
        foreach (var path in state.LeftPaths)
        {
            session.Prompts.AddRedirect(_project.Id, path, state.Prompt.Id);
            _rows.Add(PromptRow(state, "moved", path, path, state.Prompt.Path));
        }
    }

    private void WriteAnnotations(long sequence)
    {
        foreach (var ((state, number, key), old, value) in _plan.Annotations)
        {
            if (key == AnnotationKeys.Tombstone)
                Bury(state, number, value is not null, sequence);
            else if (value is null)
                session.Annotations.Remove(_project.Id, state.Prompt.Id, number, key);
            else
                session.Annotations.Set(new Annotation(_project.Id, state.Prompt.Id, number, key, value));
            _rows.Add(PromptRow(state, "annotation", number > 0 ? $"{key}@{number}" : key, old, value));
        }
        foreach (var state in _plan.Annotations.Select(annotation => annotation.Key.Prompt).Distinct())
            session.Prompts.Update(state.Prompt with { UpdatedAt = context.Now });
    }

    // Deleting the latest version makes the highest one that is left the latest; aliases of a deleted version go.
    private void Bury(PromptState state, long number, bool buried, long sequence)
    {
        session.Versions.SetTombstone(_project.Id, state.Prompt.Id, number, buried);
        if (buried)
            session.Annotations.Set(new Annotation(_project.Id, state.Prompt.Id, number, AnnotationKeys.Tombstone, "true"));
        else
            session.Annotations.Remove(_project.Id, state.Prompt.Id, number, AnnotationKeys.Tombstone);
        foreach (var alias in session.Aliases.List(_project.Id, [state.Prompt.Id]).Where(alias => buried && alias.Number == number))
        {
            // Only here is it known for sure which aliases go with the version.
            AliasProtectionPlanner.Guard(context, alias.Name);
            session.Aliases.Remove(_project.Id, state.Prompt.Id, alias.Name);
            session.Aliases.SetEpoch(_project.Id, alias.Name, sequence);
            _rows.Add(PromptRow(state, "alias", alias.Name, $"{number}", null));
        }
        // Read here, not from the state: the transaction may run again after the state was set.
        var before = session.Prompts.Get(_project.Id, state.Prompt.Id)!.LatestNumber;
        state.Set(state.Prompt with { LatestNumber = state.Stands ? HighestAlive(state.Prompt.Id) : null, UpdatedAt = context.Now });
        session.Prompts.Update(state.Prompt);
        if (before != state.Prompt.LatestNumber)
            _rows.Add(PromptRow(state, "latest", "latest", $"{before}", $"{state.Prompt.LatestNumber}"));
    }

    private long? HighestAlive(long promptId)
    {
        long? before = null;
        while (session.Versions.List(_project.Id, promptId, before, 100) is { Count: > 0 } page)
        {
            if (page.FirstOrDefault(version => !version.Tombstone) is { } alive)
                return alive.Number;
            before = page[^1].Number;
        }
        return null;
    }

    private void WriteAliases(long sequence)
    {
        foreach (var ((state, name), old, next) in _plan.Aliases)
        {
            if (next is { } number)
                session.Aliases.Set(new Alias(_project.Id, state.Prompt.Id, name, number, context.Now));
            else
                session.Aliases.Remove(_project.Id, state.Prompt.Id, name);
            _rows.Add(PromptRow(state, "alias", name, $"{old}", $"{next}"));
        }
        foreach (var name in _plan.Aliases.Select(alias => alias.Key.Name).Distinct(StringComparer.Ordinal))
            session.Aliases.SetEpoch(_project.Id, name, sequence);
    }

    private FeedRow PromptRow(PromptState state, string kind, string name, string? old, string? next)
    {
        var newest = state.Added.Count > 0 ? state.Added[^1] : PromptLookups.FindVersion(session, state, state.Prompt.LastNumber);
        return context.Row(kind, name, old is "" ? null : old, next is "" ? null : next) with
        {
            PromptId = state.Prompt.Id,
            Path = state.Prompt.Path,
            Layer = newest?.Layer,
            Scope = newest?.Scope,
        };
    }
}
