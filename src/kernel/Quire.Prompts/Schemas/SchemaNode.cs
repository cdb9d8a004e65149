using System.Text.RegularExpressions;
using Quire.Templating.Values;

namespace Quire.Prompts.Schemas;

/// <summary>One schema, compiled. A null member means that the schema does not say.</summary>
internal sealed class SchemaNode
{
    /// <summary><c>false</c>: nothing fits.</summary>
    public bool Never { get; init; }

    public SchemaTypes Types { get; set; }

    public IReadOnlyList<Value>? Enum { get; set; }

    public Value? Const { get; set; }

    public Value? Default { get; set; }

    public double? Minimum { get; set; }

    public double? Maximum { get; set; }

    public double? ExclusiveMinimum { get; set; }

    public double? ExclusiveMaximum { get; set; }

    public double? MultipleOf { get; set; }

    public int? MinLength { get; set; }

    public int? MaxLength { get; set; }

    public Regex? Pattern { get; set; }

    public int? MinItems { get; set; }

    public int? MaxItems { get; set; }

    public bool UniqueItems { get; set; }

    public SchemaNode? Items { get; set; }

    public int? MinProperties { get; set; }

    public int? MaxProperties { get; set; }

    public Dictionary<string, SchemaNode> Properties { get; set; } = new();

    public SchemaNode? AdditionalProperties { get; set; }

    public string[] Required { get; set; } = [];

    public IReadOnlyList<SchemaNode>? AnyOf { get; set; }

    public IReadOnlyList<SchemaNode>? OneOf { get; set; }

    public List<SchemaNode>? AllOf { get; set; }

    public SchemaNode? Not { get; set; }

    public SchemaNode? Reference { get; set; }

    /// <summary>The default, also where it stands behind a reference.</summary>
    public Value? EffectiveDefault => Default ?? Reference?.Default;
}
