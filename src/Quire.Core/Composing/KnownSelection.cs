using Quire.Core.Caching;

namespace Quire.Core.Composing;

/// <summary>Where a call led at the time of its stamp: a plan's key, and what the pointers say beside it. It holds no content, so it weighs little.</summary>
/// <param name="Plan">The plan's key.</param>
/// <param name="Path">The base prompt's path.</param>
/// <param name="Model">The model settings, overridden where they are; null for none.</param>
/// <param name="Stamp">The stamp taken before the pointers were read.</param>
/// <param name="IsRedirected">Whether the address said another path, so that any change may concern it.</param>
internal sealed record KnownSelection(CacheKey Plan, string Path, string? Model, long Stamp, bool IsRedirected)
{
    /// <summary>The bytes of its texts.</summary>
    public long Weight => sizeof(char) * (Path.Length + (Model?.Length ?? 0));
}
