using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quire.Cli.Hosting;

/// <summary>Reads settings strictly: a member that is unknown or missing is a mistake.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(VocabularyList))]
internal sealed partial class VocabularyJson : JsonSerializerContext;
