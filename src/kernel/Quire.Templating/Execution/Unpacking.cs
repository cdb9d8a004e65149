using Quire.Templating.Nodes;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Assignments to targets: a name, a member of a namespace, or a tuple of targets.</summary>
internal static class Unpacking
{
    public static void Assign(RenderContext context, Expression target, in Value value)
    {
        switch (target)
        {
            case NameExpression name: name.Assign(context, value); break;
            case NamespaceTarget space: space.Assign(context, value); break;
            case TupleExpression tuple: Unpack(context, tuple.Items, value); break;
        }
    }

    private static void Unpack(RenderContext context, Expression[] targets, in Value value)
    {
        if (value.IsSequence && value.Items.Count == targets.Length)
        {
            for (var i = 0; i < targets.Length; i++) Assign(context, targets[i], value.Items[i]);
            return;
        }
        var iterator = Iteration.TryOf(context, value) ?? throw Errors.Type($"cannot unpack non-iterable {TypeNames.Of(value)} object");
        var items = new Value[targets.Length];
        for (var i = 0; i < items.Length; i++)
        {
            context.Step();
            if (!iterator.MoveNext(context, out items[i])) throw Errors.Value($"not enough values to unpack (expected {targets.Length}, got {i})");
        }
        if (iterator.MoveNext(context, out _)) throw Errors.Value($"too many values to unpack (expected {targets.Length})");
        for (var i = 0; i < items.Length; i++) Assign(context, targets[i], items[i]);
    }
}
