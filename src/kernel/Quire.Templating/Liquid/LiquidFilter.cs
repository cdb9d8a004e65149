using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary>What a filter of Liquid does.</summary>
internal delegate Value LiquidFilterBody(LiquidRun run, in Value value, in Arguments arguments);

/// <summary>A filter of Liquid: its name and how many arguments it takes.</summary>
internal sealed record LiquidFilter(string Name, int Least, int Most, LiquidFilterBody Body);
