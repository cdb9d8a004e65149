using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Changes;
using Quire.Core.Mlflow;

namespace Quire.AspNetCore.Mlflow;

/// <summary>Makes the answers that MLflow's clients read.</summary>
internal static class MlflowAnswers
{
    /// <summary>A model as bytes, with a tag of them.</summary>
    public static BytesAnswer Bytes(MlflowModel model) => Bytes(JsonSerializer.SerializeToUtf8Bytes(new ModelEnvelope(ModelAnswer.Of(model)), MlflowJson.Api.ModelEnvelope));

    /// <summary>A version as bytes, with a tag of them.</summary>
    public static BytesAnswer Bytes(MlflowVersion version) =>
        Bytes(JsonSerializer.SerializeToUtf8Bytes(new ModelVersionEnvelope(ModelVersionAnswer.Of(version)), MlflowJson.Api.ModelVersionEnvelope));

    /// <summary>A model.</summary>
    public static IResult Json(MlflowModel model) => Answer.Json(new ModelEnvelope(ModelAnswer.Of(model)), MlflowJson.Api.ModelEnvelope);

    /// <summary>A version.</summary>
    public static IResult Json(MlflowVersion version) => Answer.Json(new ModelVersionEnvelope(ModelVersionAnswer.Of(version)), MlflowJson.Api.ModelVersionEnvelope);

    /// <summary>Nothing but that the change happened, and its number in the header.</summary>
    public static IResult Done(this Call call, Applied applied)
    {
        call.Sequence(applied.Sequence);
        return Answer.Json(new MlflowNothing(), MlflowJson.Api.MlflowNothing);
    }

    private static BytesAnswer Bytes(byte[] body) => new(body, "application/json", EntityTags.Of(body));
}
