using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Changes;

namespace Quire.AspNetCore.Commits;

/// <summary>What routes that go through the write door have in common.</summary>
internal static class ChangeRoutes
{
    private static readonly string[] Common =
    [
        "project_not_found", "prompt_not_found", "alias_not_found", "version_not_found", "version_deleted", "version_invalid", "invalid_name", "stale_head", "stale_alias",
        "breaks_contributions", "not_fast_forward", "protected", "default_branch", "conflict", "idempotency_key_reused", "rejected", "invalid_set", "set_nested", "set_exists", "objects_swept", "too_large",
    ];

    /// <summary>Declares the failures of changes.</summary>
    public static IEndpointConventionBuilder FailsAsChange(this IEndpointConventionBuilder route, params string[] more) => route.Fails([.. Common, .. more]);

    /// <summary>Answers with what a change did: 201 where it made something, 200 where nothing changed or the answer was given before.</summary>
    public static IResult Changed(this Call call, Applied applied, int created = StatusCodes.Status201Created)
    {
        call.Sequence(applied.Sequence);
        return Answer.Json(ChangeAnswer.Of(applied), QuireJson.Api.ChangeAnswer, applied is { Changed: true, Replayed: false } ? created : StatusCodes.Status200OK);
    }
}
