using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>What checking the variables of a request gave.</summary>
public sealed class VariableCheck
{
    private Value? _variables;

    internal VariableCheck(Value coerced, IReadOnlyList<VariableFinding> findings, IReadOnlyList<KeyValuePair<string, Value>> defaulted, bool hasCoercions)
    {
        Coerced = coerced;
        Findings = findings;
        Defaulted = defaulted;
        HasCoercions = hasCoercions;
    }

    /// <summary>The variables after coercion, without top-level defaults: what other layers see. As given where there are findings.</summary>
    public Value Coerced { get; }

    /// <summary>What is wrong, in order of the schema; empty when all is well.</summary>
    public IReadOnlyList<VariableFinding> Findings { get; }

    /// <summary>The top-level defaults that were taken, in order of the schema.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Defaulted { get; }

    /// <summary>Whether a value was coerced.</summary>
    public bool HasCoercions { get; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool Succeeded => Findings.Count == 0;

    /// <summary>The variables after coercion and with defaults; made when somebody asks.</summary>
    public Value Variables => _variables ??= WithDefaults(Coerced, Defaulted);

    /// <summary>A map with more entries behind its own.</summary>
    public static Value WithDefaults(in Value variables, IReadOnlyList<KeyValuePair<string, Value>> defaulted)
    {
        ArgumentNullException.ThrowIfNull(defaulted);
        if (defaulted.Count == 0)
            return variables;
        var entries = new List<KeyValuePair<string, Value>>(variables.Count + defaulted.Count);
        entries.AddRange(variables.EnumerateMap());
        entries.AddRange(defaulted);
        return Value.Map(entries);
    }
}
