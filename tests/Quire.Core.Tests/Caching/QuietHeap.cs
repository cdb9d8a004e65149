namespace Quire.Core.Tests.Caching;

/// <summary>Tests that measure the heap run alone.</summary>
[CollectionDefinition(nameof(QuietHeap), DisableParallelization = true)]
public sealed class QuietHeap;
