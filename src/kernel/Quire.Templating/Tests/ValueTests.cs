using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Tests;

/// <summary><c>sameas</c> and <c>in</c>.</summary>
internal static class ValueTests
{
    public static readonly Definition[] All =
    [
        new("sameas", ["other"], static (_, in v, in a) => Value.Bool(IsSame(v, a[0]))),
        new("in", ["seq"], static (c, in v, in a) => Value.Bool(Membership.Contains(c, a[0], v))),
    ];

    /// <summary>Identity: numbers and texts have none of their own here, so equal ones of one kind count as the same.</summary>
    private static bool IsSame(in Value a, in Value b)
    {
        if (a.Tag != b.Tag) return false;
        return a.Tag switch
        {
            Tag.None or Tag.Bool or Tag.Int => a.Bits == b.Bits,
            Tag.Float => a.Bits == b.Bits,
            Tag.String or Tag.Markup => a.Text == b.Text,
            Tag.Big or Tag.Undefined => false,
            _ => ReferenceEquals(a.Ref, b.Ref),
        };
    }
}
