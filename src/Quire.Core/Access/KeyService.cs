using System.Collections.Concurrent;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Prompts.Names;

namespace Quire.Core.Access;

/// <summary>Makes, lists, revokes and checks API keys.</summary>
public sealed class KeyService
{
    private const int MaxCached = 10_000;
    private readonly IStore _store;
    private readonly ChangeSignal _signal;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, (ApiKey Key, Principal Principal)> _known = new(StringComparer.Ordinal);
    private long _generation;

    /// <summary>Works on a store.</summary>
    /// <param name="store">Where keys are kept.</param>
    /// <param name="signal">Told of each change, and the reason that a revoked key stops at once.</param>
    /// <param name="time">The clock.</param>
    public KeyService(IStore store, ChangeSignal signal, TimeProvider time)
    {
        (_store, _signal, _time) = (store, signal, time);
        signal.Subscribe(change =>
        {
            if (change.ProjectId is not null)
                return;
            Interlocked.Increment(ref _generation);
            _known.Clear();
        });
    }

    /// <summary>Who presents this key; null where it opens nothing: unknown, revoked, expired or malformed, without telling which.</summary>
    public ValueTask<Principal?> Authenticate(string text, CancellationToken cancellation = default) =>
        _known.TryGetValue(text, out var known)
            ? ValueTask.FromResult(Works(known.Key) ? known.Principal : null)
            : new ValueTask<Principal?>(Load(text, cancellation));

    /// <summary>Who a key of that id is, without its text; null where it works no more.</summary>
    internal async Task<Principal?> FindWorking(string id, CancellationToken cancellation)
    {
        var (key, organisation) = await _store.Read(session => Find(session, id), cancellation);
        return key is null || organisation is null || !Works(key) ? null : Principal.Of(key, organisation.Name);
    }

    /// <summary>Makes a key.</summary>
    /// <exception cref="QuireException"><c>forbidden</c>: it would be able to do more than its maker; <c>invalid_name</c>.</exception>
    public async Task<CreatedKey> Create(Principal caller, NewKey wanted, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Keys);
        caller.Demand(wanted.Permissions);
        Check(caller, wanted);
        return await Add(caller.OrganisationId, caller.Id, wanted, cancellation);
    }

    /// <summary>The organisation's keys, newest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> List(Principal caller, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Keys);
        return await _store.Read(session => session.ApiKeys.List(caller.OrganisationId), cancellation);
    }

    /// <summary>Revokes a key; it stops working before this returns.</summary>
    /// <exception cref="QuireException"><c>key_not_found</c>.</exception>
    public async Task Revoke(Principal caller, string id, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Keys);
        await Change(caller.OrganisationId, caller.Id, id, null, (session, now) =>
        {
            if (!session.ApiKeys.Revoke(caller.OrganisationId, id, now))
                throw new QuireException(ErrorKind.NotFound, "key_not_found", $"There is no working key '{id}'.", "List the keys with: quire keys list");
        }, cancellation);
    }

    /// <summary>
    /// Revokes every owner key and makes a new one. For whoever holds the data folder; no route leads here.
    /// </summary>
    public async Task<CreatedKey> ResetOwner(Organisation organisation, CancellationToken cancellation = default)
    {
        var owners = await _store.Read(session => session.ApiKeys.List(organisation.Id), cancellation);
        foreach (var key in owners.Where(key => key.Name == OwnerName && key.RevokedAt is null))
        {
            await Change(organisation.Id, "owner", key.Id, null,
                (session, now) => session.ApiKeys.Revoke(organisation.Id, key.Id, now), cancellation);
        }
        return await Add(organisation.Id, "owner", new NewKey { Name = OwnerName, Permissions = Permissions.All }, cancellation);
    }

    /// <summary>Makes the owner key where the organisation has none at all; null where it has.</summary>
    public async Task<CreatedKey?> EnsureOwner(Organisation organisation, CancellationToken cancellation = default)
    {
        var keys = await _store.Read(session => session.ApiKeys.List(organisation.Id), cancellation);
        return keys.Count > 0 ? null : await ResetOwner(organisation, cancellation);
    }

    /// <summary>The name of owner keys.</summary>
    public const string OwnerName = "owner";

    private async Task<CreatedKey> Add(long organisationId, string actor, NewKey wanted, CancellationToken cancellation)
    {
        var (id, text) = KeySecret.Create();
        var key = new ApiKey
        {
            Id = id,
            OrganisationId = organisationId,
            Name = wanted.Name,
            Hash = KeySecret.Hash(text),
            Permissions = wanted.Permissions,
            Projects = wanted.Projects,
            TenantScopes = wanted.TenantScopes,
            DefaultProject = wanted.DefaultProject ?? (wanted.Projects is [var first, ..] ? first : ProjectService.FirstProject),
            CreatedAt = _time.GetUtcNow(),
            ExpiresAt = wanted.ExpiresAt,
        };
        await Change(organisationId, actor, id, id, (session, _) => session.ApiKeys.Add(key), cancellation);
        return new CreatedKey(key, text);
    }

    private async Task Change(long organisationId, string actor, string id, string? after, Action<ISession, DateTimeOffset> write, CancellationToken cancellation)
    {
        var sequence = await _store.Write(session =>
        {
            var now = _time.GetUtcNow();
            var number = ChangeRecorder.TakeNumber(session, organisationId);
            write(session, now);
            ChangeRecorder.Write(session, organisationId, number, actor, now,
            [
                new FeedRow { OrganisationId = organisationId, Sequence = number, Index = 0, At = now, Kind = "key", Name = id, Old = after is null ? id : null, New = after, Actor = actor },
            ]);
            return number;
        }, cancellation);
        _signal.Announce(new AppliedChange(organisationId, null, sequence));
    }

    private async Task<Principal?> Load(string text, CancellationToken cancellation)
    {
        if (KeySecret.IdOf(text) is not { } id)
            return null;
        var generation = Interlocked.Read(ref _generation);
        var (key, organisation) = await _store.Read(session => Find(session, id), cancellation);
        if (key is null || organisation is null || !KeySecret.Matches(text, key.Hash) || !Works(key))
            return null;
        var principal = Principal.Of(key, organisation.Name);
        Remember(text, key, principal, generation);
        return principal;
    }

    // A key that was revoked while it was being read must not be remembered.
    private void Remember(string text, ApiKey key, Principal principal, long generation)
    {
        if (_known.Count >= MaxCached)
            return;
        _known[text] = (key, principal);
        if (Interlocked.Read(ref _generation) != generation)
            _known.TryRemove(text, out _);
    }

    private static (ApiKey? Key, Organisation? Organisation) Find(ISession session, string id)
    {
        var key = session.ApiKeys.Find(id);
        return (key, key is null ? null : session.Organisations.Get(key.OrganisationId));
    }

    private bool Works(ApiKey key) => key.RevokedAt is null && (key.ExpiresAt is not { } end || end > _time.GetUtcNow());

    private static void Check(Principal caller, NewKey wanted)
    {
        if (wanted.Name.Length is 0 or > 100)
            throw new QuireException(ErrorKind.Invalid, "invalid_name", "A key's name has 1 to 100 characters.");
        if (caller.IsBoundToTenants && (wanted.TenantScopes is null || wanted.TenantScopes.Any(scope => !caller.Sees("tenant", scope))))
            throw new QuireException(ErrorKind.Forbidden, "forbidden", "A key bound to tenant scopes can only make keys bound to some of them.");
        if (wanted.DefaultProject is { } standard && (!ProjectName.TryParse(standard, out _, out _) || wanted.Projects?.Contains(standard) == false))
            throw new QuireException(ErrorKind.Invalid, "invalid_name", "The default project is no project's name, or not one of those that the key reaches.", "Name one of its projects.");
        var reached = wanted.Projects is null ? caller.Reaches("*") : wanted.Projects.All(caller.Reaches);
        if (!reached)
            throw new QuireException(ErrorKind.Forbidden, "forbidden", "A key can only make keys that reach projects it reaches itself.");
    }
}
