using Quire.Core.Changes;
using Quire.Core.Composing;

namespace Quire.Core.Caching;

/// <summary>
/// What composing keeps: where addresses lead, until a pointer moves; plans and outputs by the hashes of their contents, for as long as there is room.
/// </summary>
public sealed class ComposeCaches
{
    private const int SelectionOverhead = 300;

    /// <summary>Makes empty caches.</summary>
    /// <param name="signal">Tells which pointers have moved.</param>
    /// <param name="options">Their sizes; null for the defaults.</param>
    /// <param name="secondTier">A cache outside the process; null for none.</param>
    /// <param name="seal">Locks and checks what the second tier holds; needed where there is one.</param>
    public ComposeCaches(ChangeSignal signal, CacheOptions? options = null, ISecondTierCache? secondTier = null, SecondTierSeal? seal = null)
    {
        Options = options ?? new CacheOptions();
        Options.Validate();
        Stamps = new PointerStamps(signal);
        Selections = new(Options.SelectionBytes, static (key, known) => SelectionOverhead + key.Weight + known.Weight);
        Plans = new(Options.PlanBytes, static (_, plan) => plan.Weight);
        Outputs = new(Options.OutputBytes, static (_, output) => output.Weight);
        SecondTier = secondTier is null ? null : new SealedTier(secondTier, seal ?? throw new ArgumentNullException(nameof(seal)), Options);
    }

    internal CacheOptions Options { get; }

    internal PointerStamps Stamps { get; }

    internal MemoryCache<SelectionKey, KnownSelection> Selections { get; }

    internal MemoryCache<CacheKey, CachedPlan> Plans { get; }

    internal MemoryCache<CacheKey, CachedOutput> Outputs { get; }

    internal SealedTier? SecondTier { get; }

    /// <summary>What the caches of this process have done and hold.</summary>
    public CacheReport Report() => new()
    {
        Tiers = [Selections.Report("selections"), Plans.Report("plans"), Outputs.Report("outputs")],
        SecondTier = SecondTier?.Report,
        SecondTierRejected = SecondTier?.Rejected ?? 0,
    };

    /// <summary>Forgets everything of an organisation.</summary>
    public Task Clear(long organisationId, CancellationToken cancellation = default)
    {
        Selections.Remove(key => key.OrganisationId == organisationId);
        Plans.Remove(key => key.OrganisationId == organisationId);
        Outputs.Remove(key => key.OrganisationId == organisationId);
        return SecondTier?.Clear(organisationId, cancellation) ?? Task.CompletedTask;
    }
}
