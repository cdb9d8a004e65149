using Quire.Templating.Nodes;

namespace Quire.Templating.Binding;

/// <summary>The name at the root of an expression: <c>user</c> for <c>user.name|upper</c>.</summary>
internal static class RootNames
{
    public static string? Of(Expression? expression)
    {
        while (true)
        {
            switch (expression)
            {
                case NameExpression name: return name.Name;
                case AttributeExpression attribute: expression = attribute.Owner; break;
                case ItemExpression item: expression = item.Owner; break;
                case FilterExpression filter: expression = filter.Operand; break;
                case CallExpression call: expression = call.Callee; break;
                default:
                    string? first = null;
                    if (expression is not null and not ConstantExpression)
                    {
                        var search = new NodeSearch<NameExpression>(n => first ??= n.Name);
                        expression.VisitChildren(search);
                    }
                    return first;
            }
        }
    }
}
