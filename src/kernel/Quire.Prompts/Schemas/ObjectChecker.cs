using Quire.Prompts.Names;
using Quire.Prompts.Text;
using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>Checks the members of an object and puts defaults where they are missing.</summary>
internal static class ObjectChecker
{
    public static bool Check(SchemaNode schema, ref Value value, SchemaRun run, IReadOnlySet<string>? elsewhere)
    {
        List<KeyValuePair<string, Value>>? changed = null;
        var fits = CheckKnown(schema, value, ref changed, run);
        if (schema.AdditionalProperties is { } additional)
            fits &= CheckAdditional(schema, additional, value, ref changed, run, elsewhere);
        fits &= CheckRequired(schema, value, run);
        if (changed is not null)
            value = Replace(value, changed);
        return fits & CheckCount(schema, value, run);
    }

    private static bool CheckKnown(SchemaNode schema, in Value value, ref List<KeyValuePair<string, Value>>? changed, SchemaRun run)
    {
        var fits = true;
        foreach (var (name, property) in schema.Properties)
        {
            if (value.TryGet(name, out var member))
            {
                fits &= CheckMember(property, name, member, ref changed, run);
            }
            else if (property.EffectiveDefault is { } standard && run.TakeDefault(name, standard))
            {
                (changed ??= []).Add(new(name, standard));
            }
        }

        return fits;
    }

    private static bool CheckAdditional(SchemaNode schema, SchemaNode additional, in Value value, ref List<KeyValuePair<string, Value>>? changed, SchemaRun run, IReadOnlySet<string>? elsewhere)
    {
        var fits = true;
        foreach (var (name, member) in value.EnumerateMap())
        {
            if (schema.Properties.ContainsKey(name) || elsewhere?.Contains(name) == true)
                continue;
            fits &= additional.Never ? Unknown(schema, name, run) : CheckMember(additional, name, member, ref changed, run);
        }

        return fits;
    }

    private static bool CheckMember(SchemaNode schema, string name, Value member, ref List<KeyValuePair<string, Value>>? changed, SchemaRun run)
    {
        var changes = run.Changes;
        run.Push(name);
        var fits = SchemaChecker.Check(schema, ref member, run);
        run.Pop();
        if (run.Changes > changes)
            (changed ??= []).Add(new(name, member));
        return fits;
    }

    // Members keep their order; defaults follow.
    private static Value Replace(in Value value, List<KeyValuePair<string, Value>> changed)
    {
        var replaced = changed.ToDictionary(StringComparer.Ordinal);
        var members = new List<KeyValuePair<string, Value>>(value.Count + changed.Count);
        foreach (var (name, member) in value.EnumerateMap())
            members.Add(new(name, replaced.Remove(name, out var other) ? other : member));
        members.AddRange(changed.Where(entry => replaced.ContainsKey(entry.Key)));
        return Value.Map(members);
    }

    private static bool Unknown(SchemaNode schema, string name, SchemaRun run) =>
        run.FailAt(name, VariableCodes.Unknown, "is not known.", DidYouMean.Hint(name, schema.Properties.Keys) ?? "leave it out");

    private static bool CheckRequired(SchemaNode schema, in Value value, SchemaRun run)
    {
        var fits = true;
        foreach (var name in schema.Required)
        {
            if (value.TryGet(name, out _) || schema.Properties.GetValueOrDefault(name)?.EffectiveDefault is not null)
                continue;
            fits = run.FailAt(name, VariableCodes.Missing, "is missing.", MisspeltAs(schema, value, name));
        }

        return fits;
    }

    private static string? MisspeltAs(SchemaNode schema, Value value, string name)
    {
        var strangers = value.EnumerateMap().Select(entry => entry.Key).Where(key => !schema.Properties.ContainsKey(key)).Take(100).ToList();
        return DidYouMean.Hint(name, strangers) is { } hint ? $"given was {SafeText.Of(hint["did you mean ".Length..].TrimEnd('?'))}" : null;
    }

    private static bool CheckCount(SchemaNode schema, in Value value, SchemaRun run)
    {
        if (value.Count < schema.MinProperties)
            return run.Fail(VariableCodes.Length, $"{run.Name} has {value.Count} members.", $"at least {schema.MinProperties}");
        return !(value.Count > schema.MaxProperties) || run.Fail(VariableCodes.Length, $"{run.Name} has {value.Count} members.", $"at most {schema.MaxProperties}");
    }
}
