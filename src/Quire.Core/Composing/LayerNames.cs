using Quire.Core.Errors;
using Quire.Prompts;

namespace Quire.Core.Composing;

/// <summary>Layers as words.</summary>
internal static class LayerNames
{
    /// <summary>The word of a layer, as files, keys and rows have it.</summary>
    public static string Of(LayerKind layer) => layer switch
    {
        LayerKind.System => "system",
        LayerKind.Tenant => "tenant",
        LayerKind.Feature => "feature",
        LayerKind.Agent => "agent",
        _ => "user",
    };

    /// <summary>The layer of a word that a request may name a selector for.</summary>
    /// <exception cref="QuireException"><c>invalid_layer</c>.</exception>
    public static LayerKind Parse(string word) => word switch
    {
        "system" => LayerKind.System,
        "tenant" => LayerKind.Tenant,
        "feature" => LayerKind.Feature,
        "agent" => LayerKind.Agent,
        _ => throw new QuireException(ErrorKind.Invalid, "invalid_layer", $"'{word}' is no layer that has versions.", "Layers are system, tenant, feature and agent."),
    };
}
