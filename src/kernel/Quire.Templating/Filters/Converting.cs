using System.Numerics;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Filters;

/// <summary>Arguments as Python's built-ins take them.</summary>
internal static class Converting
{
    /// <summary>A whole number that fits an index; booleans count.</summary>
    public static long Index(in Value value)
    {
        if (value.Tag is Tag.Int or Tag.Bool) return value.Bits;
        if (value.Tag == Tag.Big) throw Errors.Overflow("Python int too large to convert to C ssize_t");
        if (value.IsUndefined) throw Errors.Type($"'{TypeNames.Of(value)}' object cannot be interpreted as an integer");
        throw Errors.Type($"'{TypeNames.Of(value)}' object cannot be interpreted as an integer");
    }

    /// <summary>A whole number clamped to what a length can be.</summary>
    public static int Length(in Value value) => (int)Math.Clamp(Index(value), int.MinValue / 4, int.MaxValue / 4);

    public static string Text(in Value value, string what)
    {
        if (value.IsText) return value.Text;
        throw Errors.Type($"{what} must be str, not {TypeNames.Of(value)}");
    }

    public static string Soft(RenderContext context, in Value value) => PythonText.Str(context, value);

    /// <summary>The number of a value as <c>float(x)</c> takes it, texts excluded.</summary>
    public static double Double(in Value value)
    {
        if (value.IsNumber) return Numbers.ToDouble(value);
        if (value.IsUndefined) throw UndefinedInfo.Fail(value);
        throw Errors.Type($"must be real number, not {TypeNames.Of(value)}");
    }

    public static BigInteger Big(in Value value) => Numbers.ToBig(value);
}
