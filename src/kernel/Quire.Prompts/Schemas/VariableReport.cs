using Quire.Templating.Diagnostics;
using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>What a schema makes of a set of variables, told as diagnostics: what is wrong, else what is coerced and what takes its default.</summary>
public static class VariableReport
{
    /// <summary>The findings; infos stand only where nothing is wrong. Values are never repeated: they may be secrets.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="variables">The variables, a map.</param>
    /// <param name="file">The file that declares the schema.</param>
    /// <param name="elsewhere">Names that other layers declare: never unknown here.</param>
    public static IReadOnlyList<Diagnostic> Of(VariableSchema schema, in Value variables, string? file, IReadOnlySet<string>? elsewhere = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var check = schema.Check(variables, elsewhere);
        if (!check.Succeeded)
            return [.. check.Findings.Select(finding => finding.ToDiagnostic(file))];
        var told = new List<Diagnostic>();
        foreach (var (name, given) in variables.EnumerateMap())
        {
            if (check.Coerced.TryGet(name, out var coerced) && !JsonEquality.AreEqual(given, coerced))
                told.Add(Info(VariableCodes.Coerced, $"The variable `{name}` is {Change(given, coerced)}.", file));
        }
        told.AddRange(check.Defaulted.Select(entry => Info(VariableCodes.Defaulted, $"The variable `{entry.Key}` takes its default.", file)));
        return told;
    }

    private static string Change(in Value given, in Value coerced)
    {
        var (from, to) = (SchemaChecker.Describe(given), SchemaChecker.Describe(coerced));
        return from == to ? "coerced or completed inside" : $"{from}, and becomes {to}";
    }

    private static Diagnostic Info(string code, string message, string? file) => new() { Code = code, Severity = Severity.Info, Message = message, File = file };
}
