using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quire.AspNetCore.Mlflow;

/// <summary>MLflow's JSON, generated at build time: names with underscores, unknown members let pass as MLflow's server does, no nulls when writing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 64,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(NewModelBody))]
[JsonSerializable(typeof(NewModelVersionBody))]
[JsonSerializable(typeof(ModelBody))]
[JsonSerializable(typeof(ModelVersionBody))]
[JsonSerializable(typeof(ModelTagBody))]
[JsonSerializable(typeof(ModelAliasBody))]
[JsonSerializable(typeof(ModelEnvelope))]
[JsonSerializable(typeof(ModelVersionEnvelope))]
[JsonSerializable(typeof(ModelPage))]
[JsonSerializable(typeof(ModelVersionPage))]
[JsonSerializable(typeof(MlflowNothing))]
internal sealed partial class MlflowJson : JsonSerializerContext
{
    /// <summary>The types, with letters of every script written as themselves.</summary>
    public static MlflowJson Api => Relaxed.Context;

    // A class of its own, because the order of initialisers in the parts of this one is not defined.
    private static class Relaxed
    {
        public static readonly MlflowJson Context =
            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null });
    }
}
