using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>What a filter of Liquid does.</summary>
internal delegate Value LiquidFilterBody(LiquidRun run, in Value value, in Arguments arguments);
