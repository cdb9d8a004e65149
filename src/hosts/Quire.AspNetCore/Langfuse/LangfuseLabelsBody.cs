using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quire.AspNetCore.Langfuse;

/// <summary>The labels that a version gets.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record LangfuseLabelsBody
{
    /// <summary>The labels.</summary>
    public JsonElement? NewLabels { get; init; }
}
