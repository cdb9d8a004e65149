using System.Globalization;
using System.Text;
using Quire.Prompts.Text;
using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>Checks a value against a compiled schema, coercing where the types differ and nothing is lost.</summary>
internal static class SchemaChecker
{
    /// <summary>Whether the value fits; <paramref name="value"/> becomes what it was coerced to.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="value">The value.</param>
    /// <param name="run">Where findings go.</param>
    /// <param name="elsewhere">Top-level names that other layers declare: never unknown here.</param>
    public static bool Check(SchemaNode schema, ref Value value, SchemaRun run, IReadOnlySet<string>? elsewhere = null)
    {
        if (!run.TryEnter())
            return false;
        var fits = CheckEntered(schema, ref value, run, elsewhere);
        run.Leave();
        return fits && !run.IsExhausted;
    }

    private static bool CheckEntered(SchemaNode schema, ref Value value, SchemaRun run, IReadOnlySet<string>? elsewhere)
    {
        if (schema.Never)
            return run.Fail(VariableCodes.Excluded, $"{run.Name} is not allowed.", "leave it out");
        if (!CheckType(schema, ref value, run))
            return false;
        var fits = CheckValues(schema, value, run);
        fits &= value.Kind switch
        {
            ValueKind.Integer or ValueKind.Float => CheckNumber(schema, value, run),
            ValueKind.String => CheckText(schema, value, run),
            ValueKind.List => CheckList(schema, ref value, run),
            ValueKind.Map => ObjectChecker.Check(schema, ref value, run, elsewhere),
            _ => true,
        };
        return fits && AlternativeChecker.Check(schema, ref value, run, elsewhere);
    }

    private static bool CheckType(SchemaNode schema, ref Value value, SchemaRun run)
    {
        if (schema.Types == SchemaTypes.None)
            return true;
        if ((ValueCoercion.TypeOf(value) & schema.Types) != 0)
            return CoerceTo(ValueCoercion.Whole(value, schema.Types), ref value, run);

        if (ValueCoercion.TryCoerce(value, schema.Types, out var coerced))
            return CoerceTo(coerced, ref value, run);

        return run.Fail(VariableCodes.Type, $"{run.Name} is {Describe(value)}, but {Describe(schema.Types)} is wanted.");
    }

    private static bool CoerceTo(in Value coerced, ref Value value, SchemaRun run)
    {
        if (coerced.Kind != value.Kind)
        {
            run.Coerced();
            value = coerced;
        }

        return true;
    }

    private static bool CheckValues(SchemaNode schema, Value value, SchemaRun run)
    {
        if (schema.Const is { } only && !JsonEquality.AreEqual(only, value))
            return run.Fail(VariableCodes.NotAllowed, $"{run.Name} is not the one value that is allowed.");
        if (schema.Enum is not { } allowed || allowed.Any(item => JsonEquality.AreEqual(item, value)))
            return true;
        var words = allowed.Where(item => item.Kind == ValueKind.String).Select(item => item.ToString()!).ToList();
        var hint = value.TryGetString(out var text) ? DidYouMean.Hint(text, words) : null;
        return run.Fail(VariableCodes.NotAllowed, $"{run.Name} is not among the {allowed.Count} values that are allowed.", hint ?? (words.Count is > 0 and <= 10 ? $"allowed are {string.Join(", ", words.Select(word => $"`{word}`"))}" : null));
    }

    private static bool CheckNumber(SchemaNode schema, in Value value, SchemaRun run)
    {
        if (!value.TryGetDouble(out var number))
            return true;
        if (number < schema.Minimum || number <= schema.ExclusiveMinimum)
            return run.Fail(VariableCodes.Range, $"{run.Name} is below its minimum.", $"at least {Show(schema.Minimum, schema.ExclusiveMinimum, "above")}");
        if (number > schema.Maximum || number >= schema.ExclusiveMaximum)
            return run.Fail(VariableCodes.Range, $"{run.Name} is above its maximum.", $"at most {Show(schema.Maximum, schema.ExclusiveMaximum, "below")}");
        return schema.MultipleOf is not { } factor || IsMultiple(number, factor)
            || run.Fail(VariableCodes.Range, $"{run.Name} is no multiple of {factor.ToString(CultureInfo.InvariantCulture)}.");
    }

    // 0.3 is a multiple of 0.1 although their binary quotient is not whole.
    private static bool IsMultiple(double number, double factor)
    {
        var quotient = number / factor;
        return Math.Abs(quotient - Math.Round(quotient)) <= 1e-9 * Math.Max(1, Math.Abs(quotient));
    }

    private static string Show(double? inclusive, double? exclusive, string word) => inclusive is { } bound
        ? bound.ToString(CultureInfo.InvariantCulture)
        : $"{word} {exclusive?.ToString(CultureInfo.InvariantCulture)}";

    private static bool CheckText(SchemaNode schema, in Value value, SchemaRun run)
    {
        value.TryGetString(out var text);
        if (schema.MinLength is not null || schema.MaxLength is not null)
        {
            var length = text.EnumerateRunes().Count();
            if (length < schema.MinLength)
                return run.Fail(VariableCodes.Length, $"{run.Name} has {length} characters.", $"at least {schema.MinLength}");
            if (length > schema.MaxLength)
                return run.Fail(VariableCodes.Length, $"{run.Name} has {length} characters.", $"at most {schema.MaxLength}");
        }

        return schema.Pattern is null || schema.Pattern.IsMatch(text)
            || run.Fail(VariableCodes.Pattern, $"{run.Name} does not match its pattern.", $"wanted is `{schema.Pattern}`");
    }

    private static bool CheckList(SchemaNode schema, ref Value value, SchemaRun run)
    {
        if (value.Count < schema.MinItems)
            return run.Fail(VariableCodes.Length, $"{run.Name} has {value.Count} items.", $"at least {schema.MinItems}");
        if (value.Count > schema.MaxItems)
            return run.Fail(VariableCodes.Length, $"{run.Name} has {value.Count} items.", $"at most {schema.MaxItems}");
        if (schema.UniqueItems && !AreUnique(value))
            return run.Fail(VariableCodes.Repeated, $"{run.Name} repeats an item.", "each item may stand once");
        return schema.Items is null || CheckItems(schema.Items, ref value, run);
    }

    // A canonical text per item keeps long lists linear.
    private static bool AreUnique(in Value value)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return value.EnumerateList().All(item => seen.Add(CanonicalJson.Of(item)));
    }

    private static bool CheckItems(SchemaNode schema, ref Value value, SchemaRun run)
    {
        var items = new List<Value>(value.Count);
        var (fits, changes) = (true, run.Changes);
        foreach (var item in value.EnumerateList())
        {
            var checkedItem = item;
            run.Push(items.Count.ToString(CultureInfo.InvariantCulture));
            fits &= Check(schema, ref checkedItem, run);
            run.Pop();
            items.Add(checkedItem);
        }

        if (run.Changes > changes)
            value = Value.List(items);
        return fits;
    }

    /// <summary>The value's type in words.</summary>
    internal static string Describe(in Value value) => value.Kind switch
    {
        ValueKind.None => "null",
        ValueKind.Boolean => "a boolean",
        ValueKind.Integer => "an integer",
        ValueKind.Float => "a number",
        ValueKind.String => "a text",
        ValueKind.List => "a list",
        _ => "an object",
    };

    private static string Describe(SchemaTypes types)
    {
        var builder = new StringBuilder();
        foreach (var type in Enum.GetValues<SchemaTypes>().Where(type => type != SchemaTypes.None && types.HasFlag(type)))
            builder.Append(builder.Length == 0 ? "" : " or ").Append(type == SchemaTypes.String ? "text" : type == SchemaTypes.Array ? "list" : type.ToString().ToLowerInvariant());
        return builder.ToString();
    }
}
