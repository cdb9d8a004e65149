using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Which values may be keys.</summary>
internal static class Hashing
{
    /// <summary>The value itself, where it can be hashed.</summary>
    public static Value Require(in Value value)
    {
        Check(value);
        return value;
    }

    private static void Check(in Value value)
    {
        switch (value.Tag)
        {
            case Tag.List or Tag.Map: throw Errors.Type($"unhashable type: '{TypeNames.Of(value)}'");
            case Tag.Object when !value.Object.IsHashable: throw Errors.Type($"unhashable type: '{TypeNames.Of(value)}'");
            case Tag.Undefined when UndefinedInfo.Mode(value) == UndefinedMode.Strict: throw UndefinedInfo.Fail(value);
            case Tag.Tuple:
                System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
                ComparisonBudget.Spend();
                foreach (ref readonly var item in value.Items.Span) Check(item);
                break;
        }
    }
}
