using Quire.Core.Access;
using Quire.Core.Errors;

namespace Quire.Core.Caching;

/// <summary>Shows and clears the caches, for administrators.</summary>
/// <param name="caches">The caches.</param>
public sealed class CacheService(ComposeCaches caches)
{
    /// <summary>What the caches of this process have done and hold.</summary>
    /// <exception cref="QuireException"><c>forbidden</c>.</exception>
    public CacheReport Report(Principal caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.Demand(Permissions.Manage);
        return caches.Report();
    }

    /// <summary>Forgets everything of the caller's organisation: in this process, and in the second tier as far as it answers.</summary>
    /// <exception cref="QuireException"><c>forbidden</c>.</exception>
    public Task Clear(Principal caller, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.Demand(Permissions.Manage);
        return caches.Clear(caller.OrganisationId, cancellation);
    }
}
