namespace Quire.Templating.Tests.Judge.Attacks;

/// <summary>Tests that measure time and memory run with nothing beside them.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneCollection;
