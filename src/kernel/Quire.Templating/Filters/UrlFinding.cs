using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>Finds addresses in text for <c>urlize</c>.</summary>
internal static class UrlFinding
{
    public static Value Urlize(RenderContext context, in Value value, in Arguments arguments) => throw Errors.Runtime("urlize is not there yet");
}
