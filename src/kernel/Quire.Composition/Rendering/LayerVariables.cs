using Quire.Composition.Plans;
using Quire.Prompts.Schemas;
using Quire.Templating.Diagnostics;
using Quire.Templating.Values;

namespace Quire.Composition.Rendering;

/// <summary>
/// The variables of one request as each layer sees them. Coerced values are one set for all; a default is seen only by the
/// layer that declares it.
/// </summary>
internal sealed class LayerVariables
{
    private readonly LayerSchemas _schemas;
    private readonly IReadOnlyList<KeyValuePair<string, Value>>[]? _defaulted;
    private Value?[]? _views;

    private LayerVariables(LayerSchemas schemas, Value shared, IReadOnlyList<KeyValuePair<string, Value>>[]? defaulted)
    {
        _schemas = schemas;
        Shared = shared;
        _defaulted = defaulted;
    }

    /// <summary>The request's variables after coercion, without defaults.</summary>
    public Value Shared { get; }

    /// <summary>Checks the request's variables against the schema of every layer.</summary>
    public static LayerVariables? Check(LayerSchemas schemas, Value variables, List<Diagnostic> diagnostics)
    {
        if (!schemas.HasAny)
            return new(schemas, variables, null);
        var shared = variables;
        var defaulted = new IReadOnlyList<KeyValuePair<string, Value>>[schemas.Schemas.Length];
        for (var layer = 0; layer < defaulted.Length; layer++)
        {
            defaulted[layer] = [];
            if (schemas.Schemas[layer] is not { } schema)
                continue;
            var check = schema.Check(shared, schemas.Declared);
            if (!check.Succeeded || check.HasCoercions)
                Report(schemas, layer, check, shared, diagnostics);
            if (schemas.ReadsDefaults[layer])
                defaulted[layer] = check.Defaulted;
            shared = check.Coerced;
        }

        return diagnostics.Count > 0 ? null : new(schemas, shared, defaulted);
    }

    private static void Report(LayerSchemas schemas, int layer, VariableCheck check, Value before, List<Diagnostic> diagnostics)
    {
        var file = schemas.Sources[layer].File.FilePath;
        diagnostics.AddRange(check.Findings.Select(finding => finding.ToDiagnostic(file)));
        var after = check.Coerced;
        var conflicts = schemas.Schemas[layer]!.Names.Where(name =>
            schemas.Schemas.Take(layer).Any(lower => lower?.Names.Contains(name) == true)
            && before.TryGet(name, out var old) && after.TryGet(name, out var changed) && old.Kind != changed.Kind);
        diagnostics.AddRange(conflicts.Order(StringComparer.Ordinal).Select(name => Conflict(name, file)));
    }

    /// <summary>The variables as a layer sees them.</summary>
    public Value Of(int layer)
    {
        if (_defaulted is null || _defaulted[layer].Count == 0)
            return Shared;
        _views ??= new Value?[_defaulted.Length];
        return _views[layer] ??= VariableCheck.WithDefaults(Shared, _defaulted[layer]);
    }

    /// <summary>Whether a text of a layer that reads these names sees the same values as the base prompt does.</summary>
    public bool SeesAsBase(int layer, IReadOnlySet<string>? reads)
    {
        if (_defaulted is null || (_defaulted[0].Count == 0 && _defaulted[layer].Count == 0))
            return true;
        return reads is not null && !Reads(reads, _defaulted[0]) && !Reads(reads, _defaulted[layer]);
    }

    private static bool Reads(IReadOnlySet<string> reads, IReadOnlyList<KeyValuePair<string, Value>> defaults)
    {
        for (var i = 0; i < defaults.Count; i++)
        {
            if (reads.Contains(defaults[i].Key))
                return true;
        }

        return false;
    }

    /// <summary>What each layer reads, and where it came from.</summary>
    public IReadOnlyList<VariableUse> Uses()
    {
        var uses = new List<VariableUse>();
        for (var layer = 0; layer < _schemas.Reads.Length; layer++)
        {
            foreach (var name in _schemas.Reads[layer])
                uses.Add(Use(name, layer));
        }

        return uses;
    }

    private VariableUse Use(string name, int layer)
    {
        if (Shared.TryGet(name, out var value))
            return new(name, layer, VariableSource.Request, value);
        return Of(layer).TryGet(name, out value)
            ? new(name, layer, VariableSource.Default, value)
            : new(name, layer, VariableSource.Missing, Value.Undefined);
    }

    private static Diagnostic Conflict(string name, string file) => new()
    {
        Code = CompositionCodes.VariableConflict,
        Severity = Severity.Error,
        Message = $"The variable `{name}` has another type here than in a lower layer.",
        Hint = "declare it with the same type in all layers",
        File = file,
    };
}
