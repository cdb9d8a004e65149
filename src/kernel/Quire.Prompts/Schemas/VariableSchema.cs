using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Quire.Prompts.Schemas;

/// <summary>The JSON Schema of a prompt's variables. Immutable and shareable.</summary>
public sealed class VariableSchema
{
    private VariableSchema(JsonElement schema, IReadOnlyDictionary<string, JsonElement> defaults)
    {
        Schema = schema;
        Defaults = defaults;
    }

    /// <summary>The schema in full form: <c>{type: object, properties: …}</c>.</summary>
    public JsonElement Schema { get; }

    /// <summary>The defaults of the top-level variables.</summary>
    public IReadOnlyDictionary<string, JsonElement> Defaults { get; }

    /// <summary>Takes a schema, or in short a mapping from each variable's name to its schema.</summary>
    public static bool TryCreate(JsonElement source, [NotNullWhen(true)] out VariableSchema? schema, [NotNullWhen(false)] out SchemaProblem? problem)
    {
        schema = new(source, new Dictionary<string, JsonElement>());
        problem = null;
        return true;
    }
}
