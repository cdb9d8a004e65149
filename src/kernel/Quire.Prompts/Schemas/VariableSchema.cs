using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>
/// The JSON Schema of a prompt's variables, compiled: the one place that checks, coerces and defaults them, so that another
/// validator could take its place. Immutable and shareable.
/// </summary>
public sealed class VariableSchema
{
    private readonly SchemaNode _root;

    private VariableSchema(JsonElement schema, SchemaNode root)
    {
        Schema = schema;
        _root = root;
        Names = root.Properties.Keys.ToHashSet(StringComparer.Ordinal);
        Defaults = ReadDefaults(root);
        Required = root.Required.Where(name => !Defaults.ContainsKey(name)).ToList();
    }

    /// <summary>The schema in full form: <c>{type: object, properties: …}</c>.</summary>
    public JsonElement Schema { get; }

    /// <summary>The top-level variables that it declares.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>The defaults of the top-level variables.</summary>
    public IReadOnlyDictionary<string, Value> Defaults { get; }

    /// <summary>The top-level variables that a request must give.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>Takes a schema, or in short a mapping from each variable's name to its schema.</summary>
    /// <param name="source">The schema as JSON.</param>
    /// <param name="schema">The compiled schema.</param>
    /// <param name="problem">Why it is not usable.</param>
    public static bool TryCreate(JsonElement source, [NotNullWhen(true)] out VariableSchema? schema, [NotNullWhen(false)] out SchemaProblem? problem)
    {
        (schema, problem) = (null, null);
        try
        {
            var full = ShortSchema.Expand(source);
            var root = new SchemaCompiler(full).Compile();
            if (root.Types is not (SchemaTypes.None or SchemaTypes.Object))
                problem = new("/type", "variables are an object", "write `type: object`, or leave it out");
            else
                schema = new(full, root);
        }
        catch (SchemaException error)
        {
            problem = error.Problem;
        }

        problem ??= schema?.CheckDefaults();
        if (problem is not null)
            schema = null;
        return schema is not null;
    }

    /// <summary>Checks the variables of a request, coerces them (<c>"5"</c> where an integer is wanted) and adds defaults.</summary>
    /// <param name="variables">The variables, a map.</param>
    /// <param name="elsewhere">Names that other layers declare: never unknown here.</param>
    public VariableCheck Check(in Value variables, IReadOnlySet<string>? elsewhere = null)
    {
        var run = SchemaRun.Rent();
        var value = variables;
        var fits = SchemaChecker.Check(_root, ref value, run, elsewhere);
        var check = fits
            ? new VariableCheck(value, [], run.Defaulted.Count == 0 ? [] : run.Defaulted.ToArray(), run.Coercions > 0)
            : new(variables, run.Findings.ToArray(), [], false);
        run.Return();
        return check;
    }

    private static Dictionary<string, Value> ReadDefaults(SchemaNode root)
    {
        var defaults = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, property) in root.Properties)
        {
            if (property.EffectiveDefault is { } standard)
                defaults.Add(name, standard);
        }

        return defaults;
    }

    // A default that its own schema refuses would fail every request.
    private SchemaProblem? CheckDefaults()
    {
        foreach (var (name, standard) in Defaults)
        {
            var run = new SchemaRun();
            var value = standard;
            run.Push(name);
            if (!SchemaChecker.Check(_root.Properties[name], ref value, run) || run.Coercions > 0)
                return new($"/properties/{name}/default", run.Findings.Count > 0 ? $"the default does not fit: {run.Findings[0].Message.TrimEnd('.')}" : "the default has another type", "correct the default or the schema");
        }

        return null;
    }
}
