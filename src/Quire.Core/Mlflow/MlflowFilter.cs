using System.Globalization;
using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.Core.Mlflow;

/// <summary>MLflow's filters: conditions joined by <c>AND</c>.</summary>
/// <param name="Conditions">The conditions, all of which have to hold.</param>
public sealed record MlflowFilter(IReadOnlyList<MlflowCondition> Conditions)
{
    private const int MaxConditions = 20;

    /// <summary>Reads a filter.</summary>
    /// <param name="text">For example <c>tags.`team` = 'search' AND name LIKE 'support%'</c>; empty for none.</param>
    /// <param name="texts">The attributes that are texts.</param>
    /// <param name="numbers">The attributes that are numbers.</param>
    /// <exception cref="QuireException"><c>invalid_filter</c>, <c>too_large</c>.</exception>
    public static MlflowFilter Read(string? text, IReadOnlyCollection<string> texts, IReadOnlyCollection<string> numbers)
    {
        QuireLimits.FilterLength.Check(text?.Length ?? 0, "The filter");
        var words = new MlflowFilterWords(text ?? "");
        var conditions = new List<MlflowCondition>();
        while (!words.IsAtEnd)
        {
            if (conditions.Count > 0)
                words.TakeAnd();
            conditions.Add(Check(words.TakeCondition(), texts, numbers));
            if (conditions.Count > MaxConditions)
                throw MlflowFilterWords.Refuse($"it has more than {MaxConditions} conditions");
        }
        return new MlflowFilter(conditions);
    }

    /// <summary>Whether an item fits.</summary>
    /// <param name="tag">Its tags.</param>
    /// <param name="text">Its attributes that are texts.</param>
    /// <param name="number">Its attributes that are numbers.</param>
    public bool Fits(IReadOnlyDictionary<string, string> tag, Func<string, string> text, Func<string, long?> number) => Conditions.All(condition =>
        condition.Tag ? condition.Fits(tag.GetValueOrDefault(condition.Key))
        : number(condition.Key) is { } value ? condition.Fits(value) : condition.Fits(text(condition.Key)));

    private static MlflowCondition Check(MlflowCondition condition, IReadOnlyCollection<string> texts, IReadOnlyCollection<string> numbers)
    {
        var isText = condition.Operator is MlflowOperator.Equal or MlflowOperator.NotEqual or MlflowOperator.Like or MlflowOperator.LikeAnyCase;
        if (condition.Tag || texts.Contains(condition.Key))
            return isText ? condition : throw MlflowFilterWords.Refuse($"'{condition.Key}' is compared by =, !=, LIKE and ILIKE");
        if (!numbers.Contains(condition.Key))
            throw MlflowFilterWords.Refuse($"'{condition.Key}' cannot be compared here; known are tags, {string.Join(", ", texts.Concat(numbers))}");
        var isNumber = long.TryParse(condition.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isNumber && condition.Operator is not (MlflowOperator.Like or MlflowOperator.LikeAnyCase)
            ? condition
            : throw MlflowFilterWords.Refuse($"'{condition.Key}' is compared with a number");
    }
}
