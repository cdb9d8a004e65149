using Quire.Core.Changes;

namespace Quire.Core.Caching;

/// <summary>
/// Says whether pointers have moved since something was read. A reader takes the stamp before it reads and keeps it with what it found; what was found
/// holds as long as the stamp is the same. Memory is fixed: prompts share counters, and sharing one only means to read once more.
/// </summary>
public sealed class PointerStamps
{
    private const int Slots = 1 << 14;
    private readonly long[] _slots = new long[Slots];

    /// <summary>Follows the changes of this process.</summary>
    public PointerStamps(ChangeSignal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        signal.Subscribe(Forget);
    }

    /// <summary>The stamp of what the path of a prompt leads to, with everything that contributes to it.</summary>
    public long Of(long organisationId, string path) => Volatile.Read(ref Everything(organisationId)) + Volatile.Read(ref Prompt(organisationId, path));

    /// <summary>The stamp of everything in the organisation: another one after each change.</summary>
    public long OfAll(long organisationId) => Volatile.Read(ref Any(organisationId));

    private void Forget(AppliedChange change)
    {
        if (change.OrganisationId is AppliedChange.Anybody)
        {
            for (var slot = 0; slot < Slots; slot++)
                Interlocked.Increment(ref _slots[slot]);
            return;
        }
        Interlocked.Increment(ref Any(change.OrganisationId));
        if (change.Paths is null)
        {
            Interlocked.Increment(ref Everything(change.OrganisationId));
            return;
        }
        foreach (var path in change.Paths)
            Interlocked.Increment(ref Prompt(change.OrganisationId, path));
    }

    private ref long Everything(long organisationId) => ref _slots[Slot(HashCode.Combine(organisationId, 1))];

    private ref long Any(long organisationId) => ref _slots[Slot(HashCode.Combine(organisationId, 2))];

    private ref long Prompt(long organisationId, string path) => ref _slots[Slot(HashCode.Combine(organisationId, 3, path))];

    private static int Slot(int hash) => hash & (Slots - 1);
}
