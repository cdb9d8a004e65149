using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Sets;
using Quire.Core.Stores;
using Quire.Prompts.Names;

namespace Quire.Core.Organisations;

/// <summary>Organisations and their projects.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="signal">Told of each new project.</param>
/// <param name="time">The clock.</param>
public sealed class ProjectService(IStore store, ChangeSignal signal, TimeProvider time)
{
    /// <summary>The organisation that the first start creates.</summary>
    public const string FirstOrganisation = "main";

    /// <summary>The project that local commands mean when none is named.</summary>
    public const string FirstProject = "prompts";

    /// <summary>The branch of a new project.</summary>
    public const string FirstBranch = "refs/heads/main";

    /// <summary>Makes the first organisation and project where there are none yet.</summary>
    public Task<Organisation> EnsureFirst(CancellationToken cancellation = default) => store.Write(session =>
    {
        if (session.Organisations.Find(FirstOrganisation) is { } found)
            return found;
        var made = session.Organisations.Add(FirstOrganisation, time.GetUtcNow());
        Add(session, made.Id, FirstProject, "system", ChangeRecorder.TakeNumber(session, made.Id));
        return made;
    }, cancellation);

    /// <summary>The caller's projects, by name.</summary>
    public async Task<IReadOnlyList<Project>> List(Principal caller, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        var all = await store.Read(session => session.Projects.List(caller.OrganisationId), cancellation);
        return [.. all.Where(project => caller.Reaches(project.Name))];
    }

    /// <summary>The project of that name.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, also where it exists for others only.</exception>
    public Task<Project> Get(Principal caller, string name, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        return store.Read(session => session.RequireProject(caller, name), cancellation);
    }

    /// <summary>Creates a project.</summary>
    /// <exception cref="QuireException"><c>invalid_name</c>, <c>project_exists</c>.</exception>
    public async Task<Project> Create(Principal caller, string name, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Manage);
        if (!ProjectName.TryParse(name, out _, out var problem))
            throw problem.AsException();
        if (!caller.Reaches(name))
            throw new QuireException(ErrorKind.Forbidden, "forbidden", $"The key {caller.Id} does not reach a project named '{name}'.");
        var (project, sequence) = await store.Write(session =>
        {
            // Before anything is read: the number puts the writers in order, so nobody takes the name meanwhile.
            var number = ChangeRecorder.TakeNumber(session, caller.OrganisationId);
            if (session.Projects.Find(caller.OrganisationId, name) is not null)
                throw new QuireException(ErrorKind.Conflict, "project_exists", $"The project '{name}' exists already.");
            if (SetService.Holder(session, new ObjectCache(), caller.OrganisationId, name) is { } set)
                throw new QuireException(ErrorKind.Conflict, "project_exists", $"'{name}' is the name of the prompt set '{set}'; the project would share it.", "Choose another name.");
            return Add(session, caller.OrganisationId, name, caller.Id, number);
        }, cancellation);
        signal.Announce(new AppliedChange(caller.OrganisationId, project.Id, sequence));
        return project;
    }

    /// <summary>Makes a branch the default one of a project that has no branches yet; nothing where it has some by now.</summary>
    internal async Task<Project> SetFirstBranch(Principal caller, Project project, string branch, CancellationToken cancellation)
    {
        var sequence = await store.Write(session =>
        {
            // Before anything is read: the number puts the writers in order.
            var number = ChangeRecorder.TakeNumber(session, caller.OrganisationId);
            if (session.Refs.List(project.Id, "refs/heads/", null, 1).Count > 0)
                throw new QuireException(ErrorKind.Conflict, "conflict", "Others pushed the first branch.", "Fetch it, and try again.");
            session.Projects.SetDefaultBranch(caller.OrganisationId, project.Id, branch);
            var now = time.GetUtcNow();
            ChangeRecorder.Write(session, caller.OrganisationId, number, caller.Id, now,
            [
                new FeedRow
                {
                    OrganisationId = caller.OrganisationId, Sequence = number, Index = 0, At = now, ProjectId = project.Id, Kind = "default_branch",
                    Name = project.Name, Old = project.DefaultBranch, New = branch, Actor = caller.Id,
                },
            ]);
            return number;
        }, cancellation);
        signal.Announce(new AppliedChange(caller.OrganisationId, project.Id, sequence));
        return project with { DefaultBranch = branch };
    }

    private (Project Project, long Sequence) Add(ISession session, long organisationId, string name, string actor, long sequence)
    {
        var now = time.GetUtcNow();
        var project = session.Projects.Add(organisationId, name, FirstBranch, now);
        ChangeRecorder.Write(session, organisationId, sequence, actor, now,
        [
            new FeedRow { OrganisationId = organisationId, Sequence = sequence, Index = 0, At = now, ProjectId = project.Id, Kind = "project", Name = name, New = name, Actor = actor },
        ]);
        return (project, sequence);
    }
}
