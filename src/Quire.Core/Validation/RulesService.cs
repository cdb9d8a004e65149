using Quire.Core.Access;
using Quire.Core.Caching;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Stores;

namespace Quire.Core.Validation;

/// <summary>Shows and sets what an organisation asks of its prompts.</summary>
/// <param name="store">Where the rules are kept.</param>
/// <param name="signal">Told of each change.</param>
/// <param name="time">The clock.</param>
public sealed class RulesService(IStore store, ChangeSignal signal, TimeProvider time)
{
    /// <summary>The kind of the feed's row.</summary>
    public const string FeedKind = "rules";

    /// <summary>The rules; empty where none were set.</summary>
    /// <exception cref="QuireException"><c>forbidden</c>.</exception>
    public async Task<RulesDocument> Get(Principal caller, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.Demand(Permissions.Read);
        return PolicyReader.Read(await store.Read(session => session.ContentRules.Find(caller.OrganisationId), cancellation));
    }

    /// <summary>Replaces the rules, as a change of the organisation with its number, feed row and ledger leaf. Stored contents are not checked again.</summary>
    /// <returns>The number of the change; of the organisation's last one where the rules are what they were.</returns>
    /// <exception cref="QuireException"><c>forbidden</c>, <c>invalid_rules</c>.</exception>
    public async Task<long> Set(Principal caller, RulesDocument rules, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.Demand(Permissions.Manage);
        _ = PolicyReader.Of(rules);
        var json = PolicyReader.Write(rules);
        var (sequence, changed) = await store.Write(session => Write(session, caller, json), cancellation);
        if (changed)
            signal.Announce(new AppliedChange(caller.OrganisationId, null, sequence));
        return sequence;
    }

    private (long Sequence, bool Changed) Write(ISession session, Principal caller, string json)
    {
        var old = session.ContentRules.Find(caller.OrganisationId);
        if (old == json)
            return (session.Organisations.Get(caller.OrganisationId)!.Sequence, false);
        var now = time.GetUtcNow();
        var sequence = ChangeRecorder.TakeNumber(session, caller.OrganisationId);
        session.ContentRules.Set(caller.OrganisationId, json);
        ChangeRecorder.Write(session, caller.OrganisationId, sequence, caller.Id, now,
        [
            new FeedRow { OrganisationId = caller.OrganisationId, Sequence = sequence, Index = 0, At = now, Kind = FeedKind, Name = "content", Old = Digest(old), New = Digest(json), Actor = caller.Id },
        ]);
        return (sequence, true);
    }

    // The feed tells that rules changed; what they say is read from the rules.
    private static string? Digest(string? rules) => rules is null ? null : Hash256.Of(rules).ToString();
}
