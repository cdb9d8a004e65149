using Quire.Composition.Layers;
using Quire.Prompts.PromptFiles;
using Quire.Prompts.Schemas;

namespace Quire.Composition.Plans;

/// <summary>What the layers of a plan declare and read: fixed per plan, so that a request pays only for checking.</summary>
internal sealed class LayerSchemas
{
    public LayerSchemas(IReadOnlyList<PromptSource> sources)
    {
        Sources = sources;
        Schemas = sources.Select(source => source.File.Variables).ToArray();
        Reads = sources.Select(source => ReadsOf(source.File)).ToArray();
        Declared = Schemas.SelectMany(schema => schema?.Names ?? Enumerable.Empty<string>()).ToHashSet(StringComparer.Ordinal);
        ReadsDefaults = sources.Select((source, layer) => ReadsOwnDefaults(source.File, Reads[layer])).ToArray();
        HasAny = Schemas.Any(schema => schema is not null);
    }

    public IReadOnlyList<PromptSource> Sources { get; }

    /// <summary>The schema of each layer; null where it declares none.</summary>
    public VariableSchema?[] Schemas { get; }

    /// <summary>The variables that each layer's templates read, in order of first use.</summary>
    public IReadOnlyList<string>[] Reads { get; }

    /// <summary>Whether a layer's templates can see its defaults at all: they read one, or include others that may.</summary>
    public bool[] ReadsDefaults { get; }

    /// <summary>Every top-level variable that some layer declares.</summary>
    public IReadOnlySet<string> Declared { get; }

    public bool HasAny { get; }

    private static bool ReadsOwnDefaults(PromptFile file, IReadOnlyList<string> reads) =>
        file.Variables is { Defaults.Count: > 0 } schema
        && (reads.Any(schema.Defaults.ContainsKey) || file.Messages.Any(item => item is not ChatItem.Message) || file.Templates().Any(template => template.Template.References.Count > 0 || template.Template.HasDynamicReferences));

    private static List<string> ReadsOf(PromptFile file) =>
        file.Templates().SelectMany(template => template.Template.Parameters).Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).ToList();
}
