namespace Quire.AspNetCore.Store;

/// <summary>What a collection shall do.</summary>
/// <param name="KeepSeconds">How long objects are kept after they were last handed in, though nothing refers to them; null for 14 days.</param>
/// <param name="DryRun">Whether it only tells what would be swept.</param>
internal sealed record CollectBody(long? KeepSeconds = null, bool DryRun = false);
