using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.Prompts;
using Quire.Prompts.Addresses;
using Quire.Versioning.Objects;

namespace Quire.AspNetCore.Prompts;

/// <summary>Writes a prompt, under the condition that the request names.</summary>
/// <param name="reader">Finds what is there.</param>
/// <param name="answers">Knows the tags of what is there.</param>
/// <param name="prompts">Writes.</param>
/// <param name="time">The clock of pauses between attempts.</param>
internal sealed class PromptSaver(PromptReader reader, PromptAnswers answers, PromptWriter prompts, TimeProvider time)
{
    private const int MaxAttempts = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Writes the prompt.</summary>
    /// <exception cref="RequestRefusedException"><c>precondition_failed</c>: it is not, or not as, the request's condition says.</exception>
    public async Task<Applied> Save(Call call, SavePrompt save)
    {
        var headers = call.Http.Request.Headers;
        if (headers.IfMatch.Count == 0 && headers.IfNoneMatch.Count == 0)
            return await prompts.Save(call.Caller, save, call.Cancellation);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Attempt(call, save);
            }
            catch (QuireException error) when (error.Error.Code == "stale_prompt" && attempt < MaxAttempts)
            {
                // Somebody wrote the prompt between the look and the write, or the look was at what is about to be forgotten: it is looked at again.
                await Task.Delay(Pause * attempt, time, call.Cancellation);
            }
        }
    }

    // The content that the condition was held against must be there when the write happens; the head may move on.
    private async Task<Applied> Attempt(Call call, SavePrompt save)
    {
        var current = await Find(call, Addressing.Of(call.Caller, save.Project, save.Path, save.Branch));
        if (!Holds(call, current))
            throw await Refuse(call, save, current);
        var seen = save.Branch is null ? current?.Prompt?.TipBlob ?? current?.Blob : current?.Blob;
        return await prompts.Save(call.Caller, save with { ExpectedBlob = seen ?? default(ObjectId) }, call.Cancellation);
    }

    private async Task<ResolvedPrompt?> Find(Call call, Address address)
    {
        try
        {
            return await reader.Resolve(call.Caller, address, call.Cancellation);
        }
        catch (QuireException error) when (error.Error.Code is "prompt_not_found" or "ref_not_found")
        {
            return null;
        }
    }

    private bool Holds(Call call, ResolvedPrompt? current)
    {
        var headers = call.Http.Request.Headers;
        string[] tags = current is null ? [] : [answers.Json(call.Caller.Organisation, current).Tag, answers.Source(current).Tag];
        var matches = headers.IfMatch.Count == 0 || tags.Any(tag => EntityTags.Matches(headers.IfMatch, tag));
        return matches && (headers.IfNoneMatch.Count == 0 || !tags.Any(tag => EntityTags.Matches(headers.IfNoneMatch, tag)));
    }

    // The tag that the caller names tells which content it saw, so that nobody has to type an edit again.
    private async Task<RequestRefusedException> Refuse(Call call, SavePrompt save, ResolvedPrompt? current)
    {
        var seen = PromptTags.Seen(call.Http.Request.Headers.IfMatch);
        return new RequestRefusedException(StatusCodes.Status412PreconditionFailed, "precondition_failed",
            current is null ? "There is no such prompt, so it cannot be as the request says." : "The prompt is not, or no longer, as the request says.",
            "Read it again and apply your change to what is there now.",
            current is null && seen is null ? [] : await prompts.Merge(call.Caller, save with { ExpectedBlob = seen ?? default(ObjectId) }, call.Cancellation));
    }
}
