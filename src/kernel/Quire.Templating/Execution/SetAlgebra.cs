using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>The one operator of Jinja that reaches Python's sets: the difference of two views of maps.</summary>
internal static class SetAlgebra
{
    public static Value Except(RenderContext context, in Value a, in Value b)
    {
        var result = new MapObject(4);
        var iterator = Iteration.Of(context, a);
        while (iterator.MoveNext(context, out var item))
        {
            context.Step();
            if (!Membership.Contains(context, b, item)) result.Set(Hashing.Require(item), Value.None);
        }
        context.AllocateItems(result.Count);
        return Value.Of(new SetObject(result));
    }
}
