using System.Numerics;
using System.Runtime.CompilerServices;

namespace Quire.Templating.Values;

/// <summary>Python's equality and the hash that goes with it.</summary>
internal static class Equality
{
    public static bool AreEqual(in Value a, in Value b)
    {
        if (a.IsText && b.IsText) return a.Text == b.Text;
        if (a.IsNumber && b.IsNumber) return Numbers.AreEqual(a, b);
        if (a.Tag != b.Tag) return a.IsUndefined && b.IsUndefined && a.Bits == b.Bits || a.Tag == Tag.Object && a.Object.EqualTo(b) || b.Tag == Tag.Object && b.Object.EqualTo(a);
        return a.Tag switch
        {
            Tag.None => true,
            Tag.Missing => true,
            Tag.Undefined => a.Bits == b.Bits,
            Tag.List or Tag.Tuple => ListsEqual(a.Items, b.Items),
            Tag.Map => MapsEqual(a.Entries, b.Entries),
            _ => ReferenceEquals(a.Ref, b.Ref) || a.Object.EqualTo(b),
        };
    }

    public static int Hash(in Value value) => value.Tag switch
    {
        Tag.String or Tag.Markup => Hash(value.Text),
        Tag.Bool or Tag.Int => value.Bits.GetHashCode(),
        Tag.Float => HashDouble(value.Double),
        Tag.Big => ((BigInteger)value.Ref!).GetHashCode(),
        Tag.Tuple => HashItems(value.Items),
        Tag.List or Tag.Map => value.Count,
        Tag.Object => value.Object.HashCode(),
        _ => (int)value.Tag,
    };

    public static int Hash(string text) => text.GetHashCode(StringComparison.Ordinal);

    private static int HashDouble(double value)
    {
        if (value == Math.Floor(value) && Math.Abs(value) < 9.2e18) return ((long)value).GetHashCode();
        if (double.IsFinite(value) && value == Math.Floor(value)) return new BigInteger(value).GetHashCode();
        return value.GetHashCode();
    }

    private static int HashItems(ListObject list)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var hash = new HashCode();
        foreach (ref readonly var item in list.Span) hash.Add(Hash(item));
        return hash.ToHashCode();
    }

    private static bool ListsEqual(ListObject a, ListObject b)
    {
        if (ReferenceEquals(a, b)) return true;
        if (a.Count != b.Count) return false;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < a.Count && i < b.Count; i++)
        {
            ComparisonBudget.Spend();
            if (!AreEqual(a[i], b[i])) return false;
        }
        return true;
    }

    private static bool MapsEqual(MapObject a, MapObject b)
    {
        if (ReferenceEquals(a, b)) return true;
        if (a.Count != b.Count) return false;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < a.Count; i++)
        {
            ComparisonBudget.Spend();
            if (!b.TryGet(a.KeyAt(i), out var other) || !AreEqual(a.ValueAt(i), other)) return false;
        }
        return true;
    }
}
