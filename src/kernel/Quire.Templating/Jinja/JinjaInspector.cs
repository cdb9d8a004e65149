using Quire.Templating.Nodes;

namespace Quire.Templating.Jinja;

/// <summary>Finds the templates that a Jinja template names, on the tree before it is bound.</summary>
internal static class JinjaInspector
{
    public static void Inspect(Statement[] body, TemplateDetails details)
    {
        var names = new List<string>();
        var search = new Binding.NodeSearch<Statement>(statement =>
        {
            var name = statement switch
            {
                IncludeStatement include => include.Name,
                ImportStatement import => import.Name,
                FromImportStatement import => import.Name,
                ExtendsStatement extends => extends.Name,
                _ => null,
            };
            if (name is not null && !AddNames(name, names)) details.HasDynamicReferences = true;
        });
        foreach (var statement in body) search.Visit(statement);
        details.References = [.. names.Distinct(StringComparer.Ordinal)];
    }

    private static bool AddNames(Expression name, List<string> names)
    {
        switch (name)
        {
            case ConstantExpression { Value: { IsText: true } text }:
                names.Add(text.Text);
                return true;
            case ListExpression list: return list.Items.All(i => AddNames(i, names));
            case TupleExpression tuple: return tuple.Items.All(i => AddNames(i, names));
            default: return false;
        }
    }
}
