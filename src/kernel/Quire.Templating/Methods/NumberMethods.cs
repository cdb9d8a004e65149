using System.Numerics;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Methods;

/// <summary>The few methods of numbers.</summary>
internal static class NumberMethods
{
    public static readonly Definition[] OfInt =
    [
        new("bit_length", [], static (_, in v, in _) => Value.Number((long)BigInteger.Abs(Numbers.ToBig(v)).GetBitLength())) { PositionalOnly = true },
        new("bit_count", [], static (_, in v, in _) => Value.Number(BitCount(v))) { PositionalOnly = true },
        new("conjugate", [], static (_, in v, in _) => Arithmetic.Plus(v)) { PositionalOnly = true },
        new("as_integer_ratio", [], static (_, in v, in _) => Value.Tuple(Arithmetic.Plus(v), Value.Number(1))) { PositionalOnly = true },
    ];

    public static readonly Definition[] OfFloat =
    [
        new("is_integer", [], static (_, in v, in _) => Value.Bool(double.IsFinite(v.Double) && v.Double == Math.Floor(v.Double))) { PositionalOnly = true },
        new("conjugate", [], static (_, in v, in _) => v) { PositionalOnly = true },
        new("as_integer_ratio", [], static (_, in v, in _) => Ratio(v.Double)) { PositionalOnly = true },
    ];

    private static long BitCount(in Value value)
    {
        var count = 0L;
        foreach (var b in BigInteger.Abs(Numbers.ToBig(value)).ToByteArray()) count += BitOperations.PopCount(b);
        return count;
    }

    private static Value Ratio(double value)
    {
        if (double.IsNaN(value)) throw Errors.Value("cannot convert NaN to integer ratio");
        if (double.IsInfinity(value)) throw Errors.Overflow("cannot convert Infinity to integer ratio");
        var denominator = BigInteger.One;
        while (value != Math.Floor(value))
        {
            value *= 2;
            denominator *= 2;
        }
        return Value.Tuple(Value.Number(new BigInteger(value)), Value.Number(denominator));
    }
}
