using Quire.Templating.Execution;

namespace Quire.Templating.Filters;

/// <summary><c>wordwrap</c>.</summary>
internal static class WrapFilters
{
    public static readonly Definition[] All = [];
}
