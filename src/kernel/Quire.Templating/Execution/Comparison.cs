using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Python's order, which not all values have.</summary>
internal static class Comparison
{
    public static bool Equal(in Value a, in Value b)
    {
        if (a.Tag == Tag.Undefined && UndefinedInfo.Mode(a) == UndefinedMode.Strict) throw UndefinedInfo.Fail(a);
        if (b.Tag == Tag.Undefined && UndefinedInfo.Mode(b) == UndefinedMode.Strict) throw UndefinedInfo.Fail(b);
        return Equality.AreEqual(a, b);
    }

    public static bool Less(in Value a, in Value b) => Order(a, b, "<") is < 0;

    public static bool LessOrEqual(in Value a, in Value b) => Order(a, b, "<=") is <= 0;

    public static bool Greater(in Value a, in Value b) => Order(a, b, ">") is > 0 and < 2;

    public static bool GreaterOrEqual(in Value a, in Value b) => Order(a, b, ">=") is >= 0 and < 2;

    /// <summary>Negative, 0, 1; or 2 where the two have no order although they could (not-a-number).</summary>
    public static int Order(in Value a, in Value b, string symbol)
    {
        if (a.IsNumber && b.IsNumber) return Numbers.Compare(a, b);
        if (a.IsText && b.IsText) return Math.Sign(CodePoints.Compare(a.Text, b.Text));
        if (a.Tag == b.Tag && a.IsSequence) return OrderItems(a.Items, b.Items, symbol);
        if (a.IsUndefined) throw UndefinedInfo.Fail(a);
        if (b.IsUndefined) throw UndefinedInfo.Fail(b);
        throw Errors.Type($"'{symbol}' not supported between instances of '{TypeNames.Of(a)}' and '{TypeNames.Of(b)}'");
    }

    private static int OrderItems(ListObject a, ListObject b, string symbol)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var length = Math.Min(a.Count, b.Count);
        for (var i = 0; i < length; i++)
        {
            ComparisonBudget.Spend();
            if (!Equal(a[i], b[i])) return Order(a[i], b[i], symbol);
        }
        return Math.Sign(a.Count.CompareTo(b.Count));
    }
}
