using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Merging;

namespace Quire.AspNetCore.Merging;

/// <summary>Answers with outcomes of merges.</summary>
internal static class MergeAnswers
{
    /// <summary>Declares the failures of everything that merges.</summary>
    public static IEndpointConventionBuilder FailsAsMerge(this IEndpointConventionBuilder route) => route.FailsAsChange(
        "merge_conflict", "invalid_value", "ref_not_found", "commit_not_found", "ambiguous_commit", "invalid_commit", "invalid_message", "invalid_author", "invalid_change",
        "blob_not_found");

    /// <summary>201 where a branch moved, else 200.</summary>
    public static IResult Merged(this Call call, MergeOutcome outcome)
    {
        var answer = new MergeAnswer
        {
            Kind = outcome.Kind,
            Tree = outcome.Tree?.ToString(),
            Change = outcome.Applied is { } applied ? ChangeAnswer.Of(applied) : null,
            Conflicts = MergedFileAnswer.All(outcome.Conflicts),
        };
        if (outcome.Applied is { } change)
            call.Sequence(change.Sequence);
        return Answer.Json(answer, QuireJson.Api.MergeAnswer, outcome.Applied is { Changed: true, Replayed: false } ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
