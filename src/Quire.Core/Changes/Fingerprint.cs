using Quire.Core.Refs;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Changes;

/// <summary>What a validation read: rows and the values they had. The transaction compares them before it writes.</summary>
internal sealed class Fingerprint
{
    private readonly Dictionary<string, (ObjectId? Target, bool Protected)> _refs = new(StringComparer.Ordinal);
    private readonly Dictionary<(long ProjectId, string Alias), long> _aliases = [];
    private readonly Dictionary<(long ProjectId, string Branch), ObjectId?> _foreign = [];
    private readonly Dictionary<long, string?> _rules = [];
    private readonly Dictionary<(long PromptId, long Number, string Key), string?> _annotations = [];
    private readonly HashSet<string> _noPrompts = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? _protectedAliases;
    private (long OrganisationId, int Count)? _projects;

    /// <summary>Records the value of a ref of the changed project, and whether it is protected.</summary>
    public void Ref(string name, ObjectId? value, bool isProtected) => _refs.TryAdd(name, (value, isProtected));

    /// <summary>Records the default branch of another project, whose contributions or base were read.</summary>
    public void ForeignRef(long projectId, string name, ObjectId? value) => _foreign.TryAdd((projectId, name), value);

    /// <summary>Records the last change that moved an alias of that name.</summary>
    public void Alias(long projectId, string name, long epoch) => _aliases.TryAdd((projectId, name), epoch);

    /// <summary>Records the rules that contents were held against.</summary>
    public void Rules(long organisationId, string? value) => _rules.TryAdd(organisationId, value);

    /// <summary>Records the value of an annotation that the change goes on from.</summary>
    public void Annotation(long promptId, long number, string key, string? value) => _annotations.TryAdd((promptId, number, key), value);

    /// <summary>Records that there never was a prompt at a path of the changed project.</summary>
    public void NoPrompt(string path) => _noPrompts.Add(path);

    /// <summary>Records which aliases of the changed project are protected.</summary>
    public void ProtectedAliases(IReadOnlyList<string> patterns) => _protectedAliases = patterns;

    /// <summary>Records how many projects the organisation has; none ever goes.</summary>
    public void Projects(long organisationId, int count) => _projects = (organisationId, count);

    /// <summary>Whether every row still has its value.</summary>
    public bool Holds(ISession session, long projectId) =>
        _refs.All(entry => Holds(session.Refs.Find(projectId, entry.Key), entry.Value))
        && _foreign.All(entry => session.Refs.Find(entry.Key.ProjectId, entry.Key.Branch)?.Target == entry.Value)
        && _rules.All(entry => session.ContentRules.Find(entry.Key) == entry.Value)
        && (_projects is not { } projects || session.Projects.List(projects.OrganisationId).Count == projects.Count)
        && (_protectedAliases is null || session.ProtectedAliases.List(projectId).SequenceEqual(_protectedAliases))
        && _annotations.All(entry => session.Annotations.Find(projectId, entry.Key.PromptId, entry.Key.Number, entry.Key.Key)?.Value == entry.Value)
        && _noPrompts.All(path => session.Prompts.Find(projectId, path) is null)
        && _aliases.All(entry => session.Aliases.Epoch(entry.Key.ProjectId, entry.Key.Alias) == entry.Value);

    private static bool Holds(Ref? found, (ObjectId? Target, bool Protected) seen) =>
        found?.Target == seen.Target && found is { Protected: true } == seen.Protected;
}
