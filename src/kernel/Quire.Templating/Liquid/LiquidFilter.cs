namespace Quire.Templating.Liquid;

/// <summary>A filter of Liquid: its name and how many arguments it takes.</summary>
internal sealed record LiquidFilter(string Name, int Least, int Most, LiquidFilterBody Body);
