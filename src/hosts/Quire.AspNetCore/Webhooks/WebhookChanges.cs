using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Webhooks;

namespace Quire.AspNetCore.Webhooks;

/// <summary>Answers with changed webhooks.</summary>
internal static class WebhookChanges
{
    /// <summary>The webhook, its new secret, and the number of the change.</summary>
    public static IResult Changed(this Call call, WebhookChange change, int status = StatusCodes.Status200OK)
    {
        call.Sequence(change.Sequence);
        return Answer.Json(WebhookAnswer.Of(change.Webhook, change.Secret), QuireJson.Api.WebhookAnswer, status);
    }
}
