using Quire.Composition.Validation;
using Quire.Core.Contents;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Refs;
using Quire.Core.Stores;
using Quire.Core.Validation;
using Quire.Versioning.History;
using Quire.Versioning.Objects;

namespace Quire.Core.Changes.Planning;

/// <summary>What planners share: the snapshot, the project's objects, and what they read of them.</summary>
internal sealed class PlanningContext(ISession session, Change change, ObjectCache cache, ContentReader contents, DateTimeOffset now, IObjectSource? unstored = null)
{
    private readonly HashSet<string> _aliasesRead = new(StringComparer.Ordinal);

    /// <summary>The snapshot.</summary>
    public ISession Session { get; } = session;

    /// <summary>What is asked for.</summary>
    public Change Change { get; private set; } = change;

    /// <summary>The project.</summary>
    public Project Project => Change.Project;

    /// <summary>The project's objects, the staged ones included.</summary>
    public IObjectSource Objects { get; } = LayeredObjects.Of(unstored, cache.Source(session, change.Project.Id));

    /// <summary>Walks over the project's history.</summary>
    public CommitHistory History => field ??= new CommitHistory(Objects);

    /// <summary>Parses the files of trees.</summary>
    public ContentReader Contents { get; } = contents;

    /// <summary>The prompts that the change touches.</summary>
    public PromptStates Prompts { get; } = new(session, change.Project);

    /// <summary>What the validation read.</summary>
    public Fingerprint Fingerprint { get; } = new();

    /// <summary>What will be written.</summary>
    public ChangePlan Plan { get; } = new();

    /// <summary>What the organisation asks of its prompts, remembered in the fingerprint.</summary>
    public ValidationPolicy Policy => field ??= ReadPolicy();

    /// <summary>The patterns of protected aliases as they were before the change, remembered in the fingerprint.</summary>
    public IReadOnlyList<string> ProtectedAliases => field ??= ReadProtectedAliases();

    /// <summary>The time of the change.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The ref of that name, remembered in the fingerprint.</summary>
    public Ref? ReadRef(string name)
    {
        var found = Session.Refs.Find(Project.Id, name);
        Fingerprint.Ref(name, found?.Target, found is { Protected: true });
        return found;
    }

    /// <summary>Remembers in the fingerprint when an alias of that name last moved in the project.</summary>
    public void ReadAliasEpoch(string alias)
    {
        if (_aliasesRead.Add(alias))
            Fingerprint.Alias(Project.Id, alias, Session.Aliases.Epoch(Project.Id, alias));
    }

    /// <summary>The full name of the default branch as the moves so far leave it.</summary>
    public string DefaultBranch { get; set; } = change.Project.DefaultBranch;

    /// <summary>Where a ref stands as the moves so far leave it.</summary>
    public ObjectId? Tip(string name)
    {
        var current = ReadRef(name)?.Target;
        var planned = Plan.Refs.FindLastIndex(planned => planned.Name == name);
        return planned < 0 ? current : Plan.Refs[planned].Next;
    }

    /// <summary>Says which project the plan is of; it may have been made for one that was still to come.</summary>
    public void Settle(Project project)
    {
        Change = Change with { Project = project };
        Prompts.Settle(project.Id);
        Plan.Settle(project.Id);
    }

    /// <summary>The root tree of a commit.</summary>
    public ObjectId TreeOf(ObjectId commit) => History.Node(commit).Tree;

    /// <summary>The project's stored objects as another session sees them.</summary>
    public IObjectSource ObjectsIn(ISession other) => cache.Source(other, Project.Id);

    /// <summary>The objects of any project of the organisation.</summary>
    public IObjectSource ObjectsOf(long projectId) => projectId == Project.Id ? Objects : cache.Source(Session, projectId);

    private ValidationPolicy ReadPolicy()
    {
        var rules = Session.ContentRules.Find(Project.OrganisationId);
        Fingerprint.Rules(Project.OrganisationId, rules);
        return PolicyReader.Of(rules, Contents.Tokens);
    }

    private IReadOnlyList<string> ReadProtectedAliases()
    {
        var patterns = Session.ProtectedAliases.List(Project.Id);
        Fingerprint.ProtectedAliases(patterns);
        return patterns;
    }

    /// <summary>A feed row of this change; its number and place are set when it is written.</summary>
    public FeedRow Row(string kind, string name, string? old, string? @new) => new()
    {
        OrganisationId = Project.OrganisationId,
        Sequence = 0,
        Index = 0,
        At = Now,
        ProjectId = Project.Id,
        Kind = kind,
        Name = name,
        Old = old,
        New = @new,
        Actor = Change.Actor.Id,
    };
}
