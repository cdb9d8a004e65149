using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Tests;

/// <summary><c>odd</c>, <c>even</c>, <c>divisibleby</c>.</summary>
internal static class NumberTests
{
    public static readonly Definition[] All =
    [
        new("odd", [], static (c, in v, in _) => Value.Bool(Rest(c, v, Value.Number(2), 1))),
        new("even", [], static (c, in v, in _) => Value.Bool(Rest(c, v, Value.Number(2), 0))),
        new("divisibleby", ["num"], static (c, in v, in a) => Value.Bool(Rest(c, v, a[0], 0))),
    ];

    private static bool Rest(RenderContext context, in Value value, in Value by, long rest) =>
        Equality.AreEqual(Arithmetic.Modulo(context, value, by), Value.Number(rest));
}
