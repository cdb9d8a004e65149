using Quire.Bench.Harness;

namespace Quire.Bench.Templating;

/// <summary>The engine, ready to render one workload: parsed once, variables converted once.</summary>
internal sealed record EngineSubject(Workload Workload, Func<string> Render, ActionSampler Sampler);
