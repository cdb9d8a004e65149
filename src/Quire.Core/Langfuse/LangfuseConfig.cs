using System.Text.Json;
using Quire.Prompts.PromptFiles;

namespace Quire.Core.Langfuse;

/// <summary>Langfuse's <c>config</c>: the version's override once set, else what its file says of the model, always an object.</summary>
public static class LangfuseConfig
{
    /// <summary>The configuration.</summary>
    /// <param name="file">The version's file; null where it does not parse.</param>
    /// <param name="modelOverride">The version's model settings as JSON; null where there is no override.</param>
    public static JsonElement Of(PromptFile? file, string? modelOverride) => modelOverride is { } json
        ? ModelConfig.Of(JsonElement.Parse(json), null)
        : file?.Config ?? ModelConfig.Of(null, null);
}
