using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>What checking the variables of a request gave.</summary>
/// <param name="Variables">The variables after coercion and with defaults; as given where there are findings.</param>
/// <param name="Coerced">The variables after coercion, without top-level defaults: what other layers see.</param>
/// <param name="Findings">What is wrong, in order of the schema; empty when all is well.</param>
/// <param name="Defaulted">The top-level variables whose default was taken, in order of the schema.</param>
public sealed record VariableCheck(Value Variables, Value Coerced, IReadOnlyList<VariableFinding> Findings, IReadOnlyList<string> Defaulted)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool Succeeded => Findings.Count == 0;
}
