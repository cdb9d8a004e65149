using Quire.Prompts.Names;
using Quire.Prompts.Text;
using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>Checks the members of an object and puts defaults where they are missing.</summary>
internal static class ObjectChecker
{
    public static bool Check(SchemaNode schema, ref Value value, SchemaRun run, IReadOnlySet<string>? elsewhere)
    {
        var changes = run.Changes;
        var members = new List<KeyValuePair<string, Value>>(value.Count + schema.Properties.Count);
        var fits = CheckMembers(schema, value, members, run, elsewhere) & CheckMissing(schema, value, members, run);
        if (run.Changes > changes)
            value = Value.Map(members);
        return fits & CheckCount(schema, value, run);
    }

    private static bool CheckMembers(SchemaNode schema, in Value value, List<KeyValuePair<string, Value>> members, SchemaRun run, IReadOnlySet<string>? elsewhere)
    {
        var fits = true;
        foreach (var (name, given) in value.EnumerateMap())
        {
            var member = given;
            run.Push(name);
            if (schema.Properties.TryGetValue(name, out var known))
                fits &= SchemaChecker.Check(known, ref member, run);
            else if (schema.AdditionalProperties is { } additional && elsewhere?.Contains(name) != true)
                fits &= additional.Never ? Unknown(schema, name, run) : SchemaChecker.Check(additional, ref member, run);
            run.Pop();
            members.Add(new(name, member));
        }

        return fits;
    }

    private static bool Unknown(SchemaNode schema, string name, SchemaRun run) =>
        run.Fail(VariableCodes.Unknown, $"{run.Name} is not known.", DidYouMean.Hint(name, schema.Properties.Keys) ?? "leave it out");

    private static bool CheckMissing(SchemaNode schema, Value value, List<KeyValuePair<string, Value>> members, SchemaRun run)
    {
        foreach (var (name, property) in schema.Properties)
        {
            if (value.TryGet(name, out _) || (property.Default ?? property.Reference?.Default) is not { } standard)
                continue;
            run.TookDefault(name);
            members.Add(new(name, standard));
        }

        var fits = true;
        foreach (var name in schema.Required)
        {
            if (value.TryGet(name, out _) || schema.Properties.GetValueOrDefault(name) is { } property && (property.Default ?? property.Reference?.Default) is not null)
                continue;
            run.Push(name);
            fits = run.Fail(VariableCodes.Missing, $"{run.Name} is missing.", MisspeltAs(schema, value, name));
            run.Pop();
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
