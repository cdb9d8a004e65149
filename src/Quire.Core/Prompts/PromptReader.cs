using System.Collections.Concurrent;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Prompts.Addresses;

namespace Quire.Core.Prompts;

/// <summary>The one way out: turns an address into an immutable, content-addressed version.</summary>
public sealed class PromptReader
{
    private const int MaxPointers = 200_000;
    private readonly IStore _store;
    private readonly Resolver _resolver;
    private readonly ConcurrentDictionary<(long OrganisationId, string Project), ProjectPointers> _projects = new();
    private long _changes;

    /// <summary>Reads from a store.</summary>
    /// <param name="store">Where everything is.</param>
    /// <param name="objects">Objects read lately.</param>
    /// <param name="contents">Files parsed lately.</param>
    /// <param name="signal">Tells which project's pointers have moved.</param>
    public PromptReader(IStore store, ObjectCache objects, ContentReader contents, ChangeSignal signal)
    {
        _store = store;
        _resolver = new Resolver(objects, contents);
        signal.Subscribe(Forget);
    }

    /// <summary>Resolves an address for a caller.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>alias_not_found</c>, <c>version_not_found</c>, <c>version_deleted</c>, <c>ref_not_found</c>, …</exception>
    public async ValueTask<ResolvedPrompt> Resolve(Principal caller, Address address, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        return await ResolveAny(caller, address, cancellation);
    }

    /// <summary>Resolves for a use case that has checked its own permission.</summary>
    internal async ValueTask<ResolvedPrompt> ResolveAny(Principal caller, Address address, CancellationToken cancellation)
    {
        if (address.Organisation.ToString() != caller.Organisation)
            throw Resolver.NotFound(address);
        var known = await Pointers(caller, address.Project.ToString(), cancellation);
        var key = address.ToString();
        if (!known.Pointers.TryGetValue(key, out var found))
        {
            found = await _store.Read(session => _resolver.Resolve(session, known.Project, address), cancellation);
            if (known.Pointers.Count < MaxPointers)
                known.Pointers[key] = found;
        }
        return caller.Sees(found.Content.Facts.Layer, found.Content.Facts.Scope) ? found : throw Resolver.NotFound(address);
    }

    private async ValueTask<ProjectPointers> Pointers(Principal caller, string name, CancellationToken cancellation)
    {
        var key = (caller.OrganisationId, name);
        if (caller.Reaches(name) && _projects.TryGetValue(key, out var known))
            return known;
        var changes = Interlocked.Read(ref _changes);
        var project = await _store.Read(session => session.RequireProject(caller, name), cancellation);
        var read = _projects.GetOrAdd(key, new ProjectPointers(project));
        // A project that changed while it was being read must not be remembered as it was.
        if (Interlocked.Read(ref _changes) != changes)
            _projects.TryRemove(new KeyValuePair<(long, string), ProjectPointers>(key, read));
        return read;
    }

    // A reader that started before the change puts what it found into the pointers that are thrown away here.
    private void Forget(AppliedChange change)
    {
        Interlocked.Increment(ref _changes);
        foreach (var (key, known) in _projects)
        {
            if (change.Concerns(key.OrganisationId, known.Project.Id))
                _projects.TryRemove(new KeyValuePair<(long, string), ProjectPointers>(key, known));
        }
    }

    private sealed record ProjectPointers(Project Project)
    {
        public ConcurrentDictionary<string, ResolvedPrompt> Pointers { get; } = new(StringComparer.Ordinal);
    }
}
