using Quire.Core.Access;

namespace Quire.AspNetCore.Routes;

/// <summary>Who may use a route.</summary>
/// <param name="Required">What a key must allow; null where no key is needed.</param>
/// <param name="Reason">Why no key is needed; null where one is.</param>
internal sealed record Access(Permissions? Required, string? Reason);
