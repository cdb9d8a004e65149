using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary><c>pprint</c>.</summary>
internal static class DebugFilters
{
    public static readonly Definition[] All = [new("pprint", [], static (c, in v, in _) => Value.String(PrettyPrinter.Print(c, v)))];
}
