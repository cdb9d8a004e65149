using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Tests;

/// <summary>Comparisons by name and by sign, for <c>select</c> and its kin.</summary>
internal static class CompareTests
{
    public static readonly Definition[] All =
    [
        .. Make(static (in a, in b) => Comparison.Equal(a, b), "==", "eq", "equalto"),
        .. Make(static (in a, in b) => !Comparison.Equal(a, b), "!=", "ne"),
        .. Make(static (in a, in b) => Comparison.Greater(a, b), ">", "gt", "greaterthan"),
        .. Make(static (in a, in b) => Comparison.GreaterOrEqual(a, b), ">=", "ge"),
        .. Make(static (in a, in b) => Comparison.Less(a, b), "<", "lt", "lessthan"),
        .. Make(static (in a, in b) => Comparison.LessOrEqual(a, b), "<=", "le"),
    ];

    private delegate bool Compare(in Value a, in Value b);

    private static Definition[] Make(Compare compare, params string[] names) =>
        Array.ConvertAll(names, name => new Definition(name, ["other"], (_, in v, in a) => Value.Bool(compare(v, a[0]))) { PositionalOnly = true });
}
