using System.Numerics;
using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Python's arithmetic on numbers: whole numbers of any size up to a cap, doubles, and booleans as 0 and 1.</summary>
internal static class Numbers
{
    /// <summary>The most bits of a whole number, so that arithmetic stays quick.</summary>
    public const int MaxBits = 1 << 17;

    /// <summary>The most digits of a whole number as text, as in Python.</summary>
    public const int MaxDigits = 4300;

    private const double TwoTo63 = 9223372036854775808.0;
    private const long ExactLong = 1L << 53;

    public static bool IsInteger(in Value v) => v.Tag is Tag.Int or Tag.Bool or Tag.Big;

    public static BigInteger ToBig(in Value v) => v.Tag == Tag.Big ? (BigInteger)v.Ref! : v.Bits;

    public static double ToDouble(in Value v)
    {
        if (v.Tag == Tag.Float) return v.Double;
        if (v.Tag != Tag.Big) return v.Bits;
        var d = (double)(BigInteger)v.Ref!;
        return double.IsFinite(d) ? d : throw Errors.Overflow("int too large to convert to float");
    }

    public static Value FromBig(BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue) return Value.Number((long)value);
        return value.GetBitLength() <= MaxBits ? Value.Number(value) : throw Errors.NumberTooLarge();
    }

    public static bool AreEqual(in Value a, in Value b)
    {
        if (a.Tag is Tag.Int or Tag.Bool && b.Tag is Tag.Int or Tag.Bool) return a.Bits == b.Bits;
        return Compare(a, b) == 0;
    }

    /// <summary>-1, 0, 1; or 2 where one is not a number.</summary>
    public static int Compare(in Value a, in Value b)
    {
        if (a.Tag == Tag.Float || b.Tag == Tag.Float)
        {
            if (a.Tag == Tag.Float && b.Tag == Tag.Float) return Order(a.Double, b.Double);
            return a.Tag == Tag.Float ? Flip(CompareMixed(b, a.Double)) : CompareMixed(a, b.Double);
        }
        if (a.Tag == Tag.Big || b.Tag == Tag.Big) return ToBig(a).CompareTo(ToBig(b)) switch { < 0 => -1, 0 => 0, _ => 1 };
        return a.Bits < b.Bits ? -1 : a.Bits > b.Bits ? 1 : 0;
    }

    public static Value Add(in Value a, in Value b)
    {
        if (a.Tag == Tag.Float || b.Tag == Tag.Float) return Value.Number(ToDouble(a) + ToDouble(b));
        if (a.Tag != Tag.Big && b.Tag != Tag.Big)
        {
            var sum = unchecked(a.Bits + b.Bits);
            if (((a.Bits ^ sum) & (b.Bits ^ sum)) >= 0) return Value.Number(sum);
        }
        return FromBig(ToBig(a) + ToBig(b));
    }

    public static Value Subtract(in Value a, in Value b)
    {
        if (a.Tag == Tag.Float || b.Tag == Tag.Float) return Value.Number(ToDouble(a) - ToDouble(b));
        if (a.Tag != Tag.Big && b.Tag != Tag.Big)
        {
            var difference = unchecked(a.Bits - b.Bits);
            if (((a.Bits ^ b.Bits) & (a.Bits ^ difference)) >= 0) return Value.Number(difference);
        }
        return FromBig(ToBig(a) - ToBig(b));
    }

    public static Value Multiply(in Value a, in Value b)
    {
        if (a.Tag == Tag.Float || b.Tag == Tag.Float) return Value.Number(ToDouble(a) * ToDouble(b));
        if (a.Tag != Tag.Big && b.Tag != Tag.Big)
        {
            var high = Math.BigMul(a.Bits, b.Bits, out var low);
            if (high == low >> 63) return Value.Number(low);
        }
        return FromBig(ToBig(a) * ToBig(b));
    }

    public static Value Divide(in Value a, in Value b)
    {
        if (a.Tag == Tag.Float || b.Tag == Tag.Float)
        {
            var divisor = ToDouble(b);
            if (divisor == 0) throw Errors.ZeroDivision(a.Tag == Tag.Float || b.Tag == Tag.Float ? "float division by zero" : "division by zero");
            return Value.Number(ToDouble(a) / divisor);
        }
        if (b.Tag != Tag.Big && b.Bits == 0) throw Errors.ZeroDivision("division by zero");
        if (a.Tag != Tag.Big && b.Tag != Tag.Big && Math.Abs((double)a.Bits) < ExactLong && Math.Abs((double)b.Bits) < ExactLong)
            return Value.Number((double)a.Bits / b.Bits);
        return Value.Number(DivideExactly(ToBig(a), ToBig(b)));
    }

    public static Value FloorDivide(in Value a, in Value b)
    {
        if (a.Tag == Tag.Float || b.Tag == Tag.Float) return Value.Number(FloorDivide(ToDouble(a), ToDouble(b)));
        if (b.Tag != Tag.Big && b.Bits == 0) throw Errors.ZeroDivision("integer division or modulo by zero");
        if (a.Tag == Tag.Big || b.Tag == Tag.Big || b.Bits == -1)
        {
            var quotient = BigInteger.DivRem(ToBig(a), ToBig(b), out var rest);
            return FromBig(!rest.IsZero && rest.Sign < 0 != ToBig(b).Sign < 0 ? quotient - 1 : quotient);
        }
        var q = a.Bits / b.Bits;
        var r = a.Bits - q * b.Bits;
        return Value.Number(r != 0 && r < 0 != b.Bits < 0 ? q - 1 : q);
    }

    public static Value Modulo(in Value a, in Value b)
    {
        if (a.Tag == Tag.Float || b.Tag == Tag.Float) return Value.Number(Modulo(ToDouble(a), ToDouble(b)));
        if (b.Tag != Tag.Big && b.Bits == 0) throw Errors.ZeroDivision("integer division or modulo by zero");
        if (a.Tag == Tag.Big || b.Tag == Tag.Big || b.Bits == -1)
        {
            var divisor = ToBig(b);
            var rest = BigInteger.Remainder(ToBig(a), divisor);
            return FromBig(!rest.IsZero && rest.Sign < 0 != divisor.Sign < 0 ? rest + divisor : rest);
        }
        var r = a.Bits % b.Bits;
        return Value.Number(r != 0 && r < 0 != b.Bits < 0 ? r + b.Bits : r);
    }

    public static double Modulo(double a, double b)
    {
        if (b == 0) throw Errors.ZeroDivision("float modulo");
        var rest = Math.IEEERemainder(0, 1) + a % b;
        if (rest != 0) return b < 0 != rest < 0 ? rest + b : rest;
        return Math.CopySign(0, b);
    }

    public static double FloorDivide(double a, double b)
    {
        if (b == 0) throw Errors.ZeroDivision("float floor division by zero");
        var rest = a % b;
        var quotient = (a - rest) / b;
        if (rest != 0 && b < 0 != rest < 0) quotient -= 1;
        if (quotient == 0) return Math.CopySign(0, a / b);
        var floor = Math.Floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    public static Value Power(in Value a, in Value b)
    {
        if (a.Tag == Tag.Float || b.Tag == Tag.Float) return Value.Number(Power(ToDouble(a), ToDouble(b)));
        var exponent = ToBig(b);
        if (exponent.Sign < 0)
        {
            var basis = ToDouble(a);
            if (basis == 0) throw Errors.ZeroDivision("0.0 cannot be raised to a negative power");
            return Value.Number(Power(basis, ToDouble(b)));
        }
        var number = ToBig(a);
        if (number.IsZero || number.IsOne) return exponent.IsZero ? Value.Number(1) : FromBig(number);
        if (number == BigInteger.MinusOne) return Value.Number(exponent.IsEven ? 1 : -1);
        if (exponent > MaxBits || (BigInteger)(number.GetBitLength() - 1) * exponent > MaxBits) throw Errors.NumberTooLarge();
        return FromBig(BigInteger.Pow(number, (int)exponent));
    }

    public static double Power(double a, double b)
    {
        if (a == 0 && b < 0) throw Errors.ZeroDivision("0.0 cannot be raised to a negative power");
        if (a < 0 && double.IsFinite(a) && double.IsFinite(b) && b != Math.Floor(b)) throw Errors.Value("complex numbers are not supported");
        var result = Math.Pow(a, b);
        if (double.IsInfinity(result) && double.IsFinite(a) && double.IsFinite(b)) throw Errors.Overflow("(34, 'Numerical result out of range')");
        return result;
    }

    public static Value Negate(in Value v)
    {
        if (v.Tag == Tag.Float) return Value.Number(-v.Double);
        return v.Tag == Tag.Big || v.Bits == long.MinValue ? FromBig(-ToBig(v)) : Value.Number(-v.Bits);
    }

    /// <summary>Drops the fraction, as <c>int(x)</c>.</summary>
    public static Value Truncate(double value)
    {
        if (double.IsNaN(value)) throw Errors.Value("cannot convert float NaN to integer");
        if (double.IsInfinity(value)) throw Errors.Overflow("cannot convert float infinity to integer");
        var whole = Math.Truncate(value);
        return whole is >= -TwoTo63 and < TwoTo63 ? Value.Number((long)whole) : Value.Number(new BigInteger(whole));
    }

    private static int CompareMixed(in Value integer, double d)
    {
        if (double.IsNaN(d)) return 2;
        if (double.IsInfinity(d)) return d > 0 ? -1 : 1;
        if (integer.Tag != Tag.Big && Math.Abs(integer.Bits >> 1) < ExactLong >> 1) return Order(integer.Bits, d);
        var whole = new BigInteger(Math.Floor(d));
        var order = ToBig(integer).CompareTo(whole);
        if (order == 0) return d > Math.Floor(d) ? -1 : 0;
        return order < 0 ? -1 : 1;
    }

    private static int Order(double a, double b) => a < b ? -1 : a > b ? 1 : a == b ? 0 : 2;

    private static int Flip(int order) => order == 2 ? 2 : -order;

    /// <summary>The nearest double of a quotient of whole numbers: 66 bits of it, with the rest folded into the last bit.</summary>
    private static double DivideExactly(BigInteger a, BigInteger b)
    {
        if (a.IsZero) return 0;
        var negative = a.Sign != b.Sign;
        a = BigInteger.Abs(a);
        b = BigInteger.Abs(b);
        var shift = 66 - ((int)a.GetBitLength() - (int)b.GetBitLength());
        if (shift < -1100) throw Errors.Overflow("integer division result too large for a float");
        if (shift > 1200) return negative ? -0.0 : 0.0;
        var quotient = shift >= 0 ? BigInteger.DivRem(a << shift, b, out var rest) : BigInteger.DivRem(a, b << -shift, out rest);
        if (!rest.IsZero) quotient |= BigInteger.One;
        var result = Math.ScaleB((double)quotient, -shift);
        if (double.IsInfinity(result)) throw Errors.Overflow("integer division result too large for a float");
        return negative ? -result : result;
    }
}
