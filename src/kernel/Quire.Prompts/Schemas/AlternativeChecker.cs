using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>
/// Checks <c>$ref</c>, <c>allOf</c>, <c>anyOf</c>, <c>oneOf</c> and <c>not</c>. An alternative that fits as the value is goes
/// before one that fits only after coercion, so that <c>"5"</c> stays a text where texts are wanted too.
/// </summary>
internal static class AlternativeChecker
{
    public static bool Check(SchemaNode schema, ref Value value, SchemaRun run, IReadOnlySet<string>? elsewhere)
    {
        if (schema.Reference is { } reference && !SchemaChecker.Check(reference, ref value, run, elsewhere))
            return false;
        if (schema.AllOf is { } parts)
        {
            foreach (var part in parts)
            {
                if (!SchemaChecker.Check(part, ref value, run, elsewhere))
                    return false;
            }
        }

        return CheckAny(schema, ref value, run, elsewhere) && CheckOne(schema, ref value, run, elsewhere) && CheckNot(schema, value, run);
    }

    private static bool CheckAny(SchemaNode schema, ref Value value, SchemaRun run, IReadOnlySet<string>? elsewhere)
    {
        if (schema.AnyOf is not { } alternatives)
            return true;
        return Matches(alternatives, ref value, run, elsewhere) > 0
            || run.Fail(VariableCodes.Alternatives, $"{run.Name} fits none of the {alternatives.Count} alternatives.");
    }

    private static bool CheckOne(SchemaNode schema, ref Value value, SchemaRun run, IReadOnlySet<string>? elsewhere)
    {
        if (schema.OneOf is not { } alternatives)
            return true;
        return Matches(alternatives, ref value, run, elsewhere) switch
        {
            1 => true,
            0 => run.Fail(VariableCodes.Alternatives, $"{run.Name} fits none of the {alternatives.Count} alternatives."),
            var count => run.Fail(VariableCodes.Alternatives, $"{run.Name} fits {count} alternatives, where exactly one is wanted."),
        };
    }

    private static bool CheckNot(SchemaNode schema, in Value value, SchemaRun run)
    {
        if (schema.Not is not { } excluded)
            return true;
        var copy = value;
        var coercions = run.Coercions;
        run.BeginSilence();
        var fits = SchemaChecker.Check(excluded, ref copy, run);
        run.EndSilence();
        return !fits || run.Coercions > coercions || run.Fail(VariableCodes.Excluded, $"{run.Name} has a value that is excluded.");
    }

    // How many alternatives fit; the value becomes what the first of them made of it.
    private static int Matches(IReadOnlyList<SchemaNode> alternatives, ref Value value, SchemaRun run, IReadOnlySet<string>? elsewhere)
    {
        var exact = new List<Value>();
        var coerced = new List<Value>();
        run.BeginSilence();
        foreach (var alternative in alternatives)
        {
            var copy = value;
            var coercions = run.Coercions;
            if (SchemaChecker.Check(alternative, ref copy, run, elsewhere))
                (run.Coercions == coercions ? exact : coerced).Add(copy);
        }

        run.EndSilence();
        var matches = exact.Count > 0 ? exact : coerced;
        if (matches.Count > 0)
            value = matches[0];
        return matches.Count;
    }
}
