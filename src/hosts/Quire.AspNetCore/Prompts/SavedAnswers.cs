using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Changes;

namespace Quire.AspNetCore.Prompts;

/// <summary>Answers with what writing one prompt did.</summary>
internal static class SavedAnswers
{
    /// <summary>201 where it made something, 200 where nothing changed or the answer was given before.</summary>
    public static IResult Saved(this Call call, Applied applied)
    {
        call.Sequence(applied.Sequence);
        var status = applied is { Changed: true, Replayed: false } ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return Answer.Json(SavedAnswer.Of(call.Path.Value, applied), QuireJson.Api.SavedAnswer, status);
    }
}
