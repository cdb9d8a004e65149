using Quire.Templating.Diagnostics;

namespace Quire.Prompts.Schemas;

/// <summary>What is wrong with one value. Messages never carry the value itself: it may be a secret.</summary>
/// <param name="Code">One of <see cref="VariableCodes"/>.</param>
/// <param name="Path">The place in the variables as a JSON pointer, for example <c>/user/age</c>; empty for the whole.</param>
/// <param name="Message">One sentence that names the thing and the reason.</param>
/// <param name="Hint">The way out; null where none is known.</param>
public sealed record VariableFinding(string Code, string Path, string Message, string? Hint)
{
    /// <summary>The finding as a diagnostic of the prompt that declares the schema.</summary>
    public Diagnostic ToDiagnostic(string? file) =>
        new() { Code = Code, Severity = Severity.Error, Message = Message, Hint = Hint, File = file };
}
