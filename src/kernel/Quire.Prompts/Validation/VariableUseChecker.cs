using Quire.Prompts.PromptFiles;
using Quire.Prompts.Text;
using Quire.Templating.Diagnostics;

namespace Quire.Prompts.Validation;

/// <summary>Compares what the templates of a prompt read with what its schema declares.</summary>
public static class VariableUseChecker
{
    /// <summary>Undeclared variables are warnings, with the nearest declared name; declared ones that nothing reads are worth knowing. Nothing is said where there is no schema.</summary>
    public static IReadOnlyList<Diagnostic> Check(PromptFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Variables is not { } schema)
            return [];
        var reads = file.Templates().SelectMany(template => template.Template.Parameters.Select(parameter => (template, parameter))).ToList();
        var findings = reads.Where(read => !schema.Names.Contains(read.parameter.Name)).DistinctBy(read => read.parameter.Name).Select(read => Undeclared(file, read.template, read.parameter)).ToList();
        var hasMore = file.References.Count > 0 || file.Templates().Any(template => template.Template.HasDynamicReferences) || file.Messages.OfType<ChatItem.Placeholder>().Any();
        if (!hasMore)
            findings.AddRange(schema.Names.Except(reads.Select(read => read.parameter.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => Unused(file, name)));
        return findings;
    }

    private static Diagnostic Undeclared(PromptFile file, PromptTemplate template, Templating.Parameters.Parameter parameter) => template.InFile(new()
    {
        Code = ValidationCodes.UndeclaredVariable,
        Severity = Severity.Warning,
        Message = $"The variable `{parameter.Name}` is read here, but `variables` does not declare it.",
        Hint = DidYouMean.Hint(parameter.Name, file.Variables!.Names) ?? "declare it under `variables`",
        File = file.FilePath,
        Line = parameter.Uses.Count > 0 ? parameter.Uses[0].Line : 0,
        Column = parameter.Uses.Count > 0 ? parameter.Uses[0].Column : 0,
    });

    private static Diagnostic Unused(PromptFile file, string name) => new()
    {
        Code = ValidationCodes.UnusedVariable,
        Severity = Severity.Info,
        Message = $"The variable `{name}` is declared, but nothing in this file reads it.",
        Hint = "remove it from `variables`, or use it",
        File = file.FilePath,
    };
}
