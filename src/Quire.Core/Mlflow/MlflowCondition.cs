using System.Globalization;

namespace Quire.Core.Mlflow;

/// <summary>One condition of a filter.</summary>
/// <param name="Tag">Whether a tag is compared, or an attribute.</param>
/// <param name="Key">The tag's key or the attribute's name.</param>
/// <param name="Operator">How.</param>
/// <param name="Value">With what.</param>
public sealed record MlflowCondition(bool Tag, string Key, MlflowOperator Operator, string Value)
{
    /// <summary>Whether a text fits; a tag that is not there fits nothing.</summary>
    public bool Fits(string? text) => text is not null && Operator switch
    {
        MlflowOperator.Equal => text == Value,
        MlflowOperator.NotEqual => text != Value,
        MlflowOperator.Like => MlflowPattern.Matches(text, Value, anyCase: false),
        MlflowOperator.LikeAnyCase => MlflowPattern.Matches(text, Value, anyCase: true),
        _ => false,
    };

    /// <summary>Whether a number fits.</summary>
    public bool Fits(long number)
    {
        var value = long.Parse(Value, NumberStyles.None, CultureInfo.InvariantCulture);
        return Operator switch
        {
            MlflowOperator.Equal => number == value,
            MlflowOperator.NotEqual => number != value,
            MlflowOperator.Less => number < value,
            MlflowOperator.AtMost => number <= value,
            MlflowOperator.Greater => number > value,
            MlflowOperator.AtLeast => number >= value,
            _ => false,
        };
    }
}
