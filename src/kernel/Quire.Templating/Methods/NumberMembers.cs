using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Methods;

/// <summary>The plain attributes of Python's numbers.</summary>
internal static class NumberMembers
{
    public static bool TryGet(in Value owner, string name, out Value value)
    {
        value = name switch
        {
            "real" => Arithmetic.Plus(owner),
            "imag" => owner.Tag == Tag.Float ? Value.Number(0.0) : Value.Number(0),
            "numerator" when owner.Tag != Tag.Float => Arithmetic.Plus(owner),
            "denominator" when owner.Tag != Tag.Float => Value.Number(1),
            _ => default,
        };
        return !value.IsMissing;
    }
}
