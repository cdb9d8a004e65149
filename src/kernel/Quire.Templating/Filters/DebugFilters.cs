using Quire.Templating.Execution;

namespace Quire.Templating.Filters;

/// <summary><c>pprint</c>.</summary>
internal static class DebugFilters
{
    public static readonly Definition[] All = [];
}
