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
    private readonly IReadOnlyList<string>[]? _defaulted;
    private readonly Value?[]? _views;

    private LayerVariables(LayerSchemas schemas, Value shared, IReadOnlyList<string>[]? defaulted)
    {
        _schemas = schemas;
        Shared = shared;
        _defaulted = defaulted;
        _views = defaulted is null ? null : new Value?[defaulted.Length];
    }

    /// <summary>The request's variables after coercion, without defaults.</summary>
    public Value Shared { get; }

    /// <summary>Checks the request's variables against the schema of every layer.</summary>
    public static LayerVariables? Check(LayerSchemas schemas, Value variables, List<Diagnostic> diagnostics)
    {
        if (!schemas.HasAny)
            return new(schemas, variables, null);
        var shared = variables;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var defaulted = new IReadOnlyList<string>[schemas.Schemas.Length];
        for (var layer = 0; layer < schemas.Schemas.Length; layer++)
        {
            defaulted[layer] = [];
            if (schemas.Schemas[layer] is not { } schema)
                continue;
            var file = schemas.Sources[layer].File.FilePath;
            var check = schema.Check(shared, schemas.Declared);
            diagnostics.AddRange(check.Findings.Select(finding => finding.ToDiagnostic(file)));
            diagnostics.AddRange(Conflicts(schema, seen, shared, check.Coerced).Select(name => Conflict(name, file)));
            defaulted[layer] = check.Defaulted;
            shared = check.Coerced;
            seen.UnionWith(schema.Names);
        }

        return diagnostics.Count > 0 ? null : new(schemas, shared, defaulted);
    }

    /// <summary>The variables as a layer sees them.</summary>
    public Value Of(int layer)
    {
        if (_defaulted is null || _defaulted[layer].Count == 0)
            return Shared;
        return _views![layer] ??= Value.Map(Shared.EnumerateMap().Concat(_defaulted[layer].Select(name => KeyValuePair.Create(name, _schemas.Schemas[layer]!.Defaults[name]))));
    }

    /// <summary>Whether a text of a layer that reads these names sees the same values as the base prompt does.</summary>
    public bool SeesAsBase(int layer, IReadOnlySet<string>? reads)
    {
        if (_defaulted is null || (_defaulted[0].Count == 0 && _defaulted[layer].Count == 0))
            return true;
        return reads is not null && !_defaulted[0].Any(reads.Contains) && !_defaulted[layer].Any(reads.Contains);
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

    private static IEnumerable<string> Conflicts(VariableSchema schema, HashSet<string> seen, Value before, Value after) =>
        schema.Names.Where(name => seen.Contains(name) && before.TryGet(name, out var old) && after.TryGet(name, out var changed) && old.Kind != changed.Kind);

    private static Diagnostic Conflict(string name, string file) => new()
    {
        Code = CompositionCodes.VariableConflict,
        Severity = Severity.Error,
        Message = $"The variable `{name}` has another type here than in a lower layer.",
        Hint = "declare it with the same type in all layers",
        File = file,
    };
}
