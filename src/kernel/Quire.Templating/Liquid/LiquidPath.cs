using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary><c>a.b[c]</c>. A part is a name or an expression in brackets.</summary>
internal sealed class LiquidPath(LiquidExpression root, (string? Name, LiquidExpression? Key)[] parts) : LiquidExpression
{
    public override string? Root => root is LiquidLiteral literal ? literal.Value.ToString() : null;

    public bool IsName => parts.Length == 0 && root is LiquidLiteral;

    public override Value Evaluate(LiquidRun run)
    {
        var name = root.Evaluate(run);
        var value = name.IsText ? run.Find(name.Text) : Value.None;
        foreach (var (member, key) in parts)
            value = member is not null ? LiquidLogic.Member(run, value, member) : LiquidLogic.Item(run, value, key!.Evaluate(run));
        return value;
    }
}
