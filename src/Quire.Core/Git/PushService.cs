using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Prompts.Names;
using Quire.Versioning;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;

namespace Quire.Core.Git;

/// <summary>
/// Takes a push: the pack goes into quarantine, is checked there, the whole change is rehearsed, and only then are objects staged and the refs
/// moved, by one change of the write door. All refs move or none.
/// </summary>
/// <param name="store">Where it is written.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="projects">Makes projects that are pushed into being.</param>
/// <param name="door">The way in.</param>
public sealed class PushService(IStore store, ObjectCache objects, ProjectService projects, WriteDoor door)
{
    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";
    private const string AllOrNothing = "not moved: a push moves all of its refs or none";

    /// <summary>Takes a push.</summary>
    /// <exception cref="QuireException"><c>forbidden</c>, <c>project_not_found</c>, <c>too_large</c>: the push was not looked at. Other refusals are an outcome.</exception>
    public async Task<PushOutcome> Push(PushRequest request, CancellationToken cancellation = default)
    {
        request.Caller.Demand(Permissions.Read | Permissions.Write);
        request.Caller.DemandUnbound();
        QuireLimits.PushRefs.Check(request.Commands.Count, "The push");
        var project = await store.Read(session => Find(session, request), cancellation);
        if (Misnamed(request.Commands) is { Count: > 0 } misnamed)
            return new PushOutcome(null, [.. request.Commands.Select(command => new RefOutcome(command.Name, misnamed.GetValueOrDefault(command.Name, AllOrNothing)))], []);
        using var quarantine = new Quarantine(request.Spill);
        try
        {
            return await Take(request, project, quarantine, cancellation);
        }
        catch (ObjectCollisionException error)
        {
            return Refused(request, error.Message, error.Message);
        }
    }

    /// <summary>The refs that a client may see before it pushes; none where the project does not exist and the caller may create it.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>invalid_name</c>.</exception>
    public async Task<bool> Exists(Principal caller, string project, CancellationToken cancellation = default)
    {
        var found = await store.Read(session => Find(session, new PushRequest(caller, project, [], null, () => Stream.Null)), cancellation);
        return found.Id != 0;
    }

    private async Task<PushOutcome> Take(PushRequest request, Project project, Quarantine quarantine, CancellationToken cancellation)
    {
        Walked walked;
        try
        {
            walked = await store.Read(session => Check(session, project, request, quarantine, cancellation), cancellation);
        }
        catch (VersioningException error)
        {
            return Refused(request, error.Message, error.Hint is null ? error.Message : $"{error.Message} {error.Hint}");
        }
        try
        {
            return await Apply(request, project, quarantine, walked, cancellation);
        }
        catch (VersioningException error)
        {
            return await Blame(request, project, quarantine, KernelErrors.Wrap(error).Error, cancellation);
        }
        catch (QuireException error) when (error.Error.Kind is not ErrorKind.Unavailable)
        {
            return await Blame(request, project, quarantine, error.Error, cancellation);
        }
    }

    private async Task<PushOutcome> Apply(PushRequest request, Project project, Quarantine quarantine, Walked walked, CancellationToken cancellation)
    {
        var first = await FirstBranch(request, project, cancellation);
        var rehearsal = await door.Rehearse(ChangeOf(request, project with { DefaultBranch = first ?? project.DefaultBranch }, request.Commands), quarantine, cancellation);
        if (project.Id == 0)
            project = await projects.Create(request.Caller, request.Project, cancellation);
        if (first is not null && first != project.DefaultBranch)
            project = await projects.SetFirstBranch(request.Caller, project, first, cancellation);
        foreach (var batch in Batches(quarantine, walked.Needed))
            await door.Stage(project, batch, cancellation);
        var applied = await door.Apply(rehearsal, project, walked.Sweeps, cancellation);
        return new PushOutcome(null, [.. request.Commands.Select(command => new RefOutcome(command.Name, null))], Remarks.Of(applied));
    }

    private static Project Find(ISession session, PushRequest request)
    {
        var caller = request.Caller;
        if (caller.Reaches(request.Project) && session.Projects.Find(caller.OrganisationId, request.Project) is { } found)
            return found;
        if (!caller.Permissions.HasFlag(Permissions.Manage) || !caller.Reaches(request.Project))
            return session.RequireProject(caller, request.Project);
        if (!ProjectName.TryParse(request.Project, out _, out var problem))
            throw problem.AsException();
        // It is made when all is checked; until then it is a project without anything in it.
        return new Project(0, caller.OrganisationId, request.Project, ProjectService.FirstBranch, DateTimeOffset.UnixEpoch);
    }

    private static Dictionary<string, string> Misnamed(IReadOnlyList<RefCommand> commands)
    {
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var command in commands)
        {
            var prefix = command.Name.StartsWith(Heads, StringComparison.Ordinal) ? Heads : command.Name.StartsWith(Tags, StringComparison.Ordinal) ? Tags : null;
            if (prefix is null)
                refused[command.Name] = "only refs/heads/ and refs/tags/ are kept here";
            else if (!RefName.TryParse(command.Name[prefix.Length..], out _, out var error))
                refused[command.Name] = error.Message;
            else if (!seen.Add(command.Name))
                refused[command.Name] = "named twice in one push";
        }
        return refused;
    }

    // The count of sweeps belongs to the same snapshot: what the push relies on and does not bring was there then.
    private Walked Check(ISession session, Project project, PushRequest request, Quarantine quarantine, CancellationToken cancellation)
    {
        var stored = objects.Source(session, project.Id);
        if (request.Pack is { } pack)
            PackReader.Read(pack, LayeredObjects.Of(quarantine, stored), quarantine, Limits(), cancellation);
        var walker = new PushWalker(quarantine, stored, GitRefs.All(session, project.Id, "refs/").Select(found => found.Target), cancellation);
        foreach (var command in request.Commands)
        {
            if (command.New is { } tip)
                walker.Add(tip);
        }
        return new Walked(walker.Needed, project.Id == 0 ? null : session.Projects.Sweeps(project.Id));
    }

    private static PackLimits Limits() => new()
    {
        Objects = (int)QuireLimits.PushObjects.Value,
        PackBytes = QuireLimits.PushBytes.Value,
        ObjectBytes = (int)QuireLimits.PushObjectBytes.Value,
        TotalBytes = QuireLimits.PushInflated.Value,
        DeltaDepth = (int)QuireLimits.PushDeltaDepth.Value,
    };

    // A project without branches takes the pushed one for its default, unless its default one is among them.
    private async Task<string?> FirstBranch(PushRequest request, Project project, CancellationToken cancellation)
    {
        var branches = request.Commands.Where(command => command.New is not null && command.Name.StartsWith(Heads, StringComparison.Ordinal)).Select(command => command.Name).ToList();
        if (branches.Count == 0 || branches.Contains(project.DefaultBranch))
            return null;
        var isEmpty = project.Id == 0 || await store.Read(session => session.Refs.List(project.Id, Heads, null, 1).Count == 0, cancellation);
        return !isEmpty ? null : branches.Contains("refs/heads/master") ? "refs/heads/master" : branches[0];
    }

    private static Change ChangeOf(PushRequest request, Project project, IEnumerable<RefCommand> commands)
    {
        // A client sends a move that drops commits only when it is told to; here it takes a permission of its own.
        var force = request.Caller.Permissions.HasFlag(Permissions.Manage);
        return new Change
        {
            Actor = request.Caller,
            Project = project,
            Moves =
            [
                .. commands.Select(command => command.Name.StartsWith(Heads, StringComparison.Ordinal)
                    ? (Move)new BranchMove(command.Name, command.Old, command.New) { Force = force }
                    : new TagMove(command.Name, command.Old, command.New) { Force = force }),
            ],
            IsStaged = true,
        };
    }

    private static IEnumerable<IReadOnlyList<StagedObject>> Batches(Quarantine quarantine, IReadOnlyList<(ObjectId Id, ObjectId? MadeFrom)> needed)
    {
        const long MaxBytes = 8 << 20;
        var batch = new List<StagedObject>();
        long bytes = 0;
        foreach (var (id, madeFrom) in needed)
        {
            batch.Add(new StagedObject(quarantine.Read(id), madeFrom));
            bytes += quarantine.SizeOf(id);
            if (bytes < MaxBytes && batch.Count < 20_000)
                continue;
            yield return batch;
            (batch, bytes) = ([], 0);
        }
        if (batch.Count > 0)
            yield return batch;
    }

    private static PushOutcome Refused(PushRequest request, string unpack, string remark) =>
        new(unpack, [.. request.Commands.Select(command => new RefOutcome(command.Name, "the pack is refused"))], [remark]);

    // One refusal speaks for the whole change. Where there are few refs, each is asked alone, so that the one at fault is named.
    private async Task<PushOutcome> Blame(PushRequest request, Project project, Quarantine quarantine, QuireError error, CancellationToken cancellation)
    {
        const int Few = 20;
        var refusals = new List<RefOutcome>();
        foreach (var command in request.Commands)
        {
            var own = request.Commands.Count is > 1 and <= Few ? await Alone(request, project, quarantine, command, cancellation) : error;
            refusals.Add(new RefOutcome(command.Name, own is null ? AllOrNothing : Remarks.Short(own)));
        }
        if (refusals.TrueForAll(refusal => refusal.Refusal == AllOrNothing))
            refusals = refusals.ConvertAll(refusal => refusal with { Refusal = Remarks.Short(error) });
        return new PushOutcome(null, refusals, Remarks.Of(error));
    }

    private async Task<QuireError?> Alone(PushRequest request, Project project, Quarantine quarantine, RefCommand command, CancellationToken cancellation)
    {
        try
        {
            await door.Rehearse(ChangeOf(request, project, [command]), quarantine, cancellation);
            return null;
        }
        catch (QuireException alone)
        {
            return alone.Error;
        }
        catch (VersioningException alone)
        {
            return KernelErrors.Wrap(alone).Error;
        }
    }

    /// <summary>What a walk over a push found.</summary>
    /// <param name="Needed">The objects to store.</param>
    /// <param name="Sweeps">How often objects of the project had been swept then; null where there was none.</param>
    private sealed record Walked(IReadOnlyList<(ObjectId Id, ObjectId? MadeFrom)> Needed, long? Sweeps);
}
