using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Diffing;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Diffing;

/// <summary>Answers with differences, as JSON or as unified text.</summary>
internal static class DiffAnswers
{
    private const int MaxContext = 1_000;

    /// <summary>Declares what routes of differences take and answer.</summary>
    public static IEndpointConventionBuilder Differs(this IEndpointConventionBuilder route) => route
        .Query("context", "How many unchanged lines are shown around a change, 1 to 1,000; 3 where it is absent.", "integer")
        .Query("format", "json, or unified for text that git apply takes; json where it is absent.")
        .Answers<DiffAnswer>();

    /// <summary>How many unchanged lines the request wants.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public static int Context(this Call call) => call.QueryNumber("context") switch
    {
        null => 3,
        > MaxContext => throw new QuireException(ErrorKind.Invalid, "invalid_parameter", $"The parameter 'context' is at most {MaxContext}."),
        { } lines => (int)lines,
    };

    /// <summary>The difference in the form that the request wants.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public static IResult Differing(this Call call, DiffReport report) => call.Query("format") switch
    {
        null or "json" => Answer.Json(DiffAnswer.Of(report), QuireJson.Api.DiffAnswer),
        "unified" => Results.Bytes(report.Unified.ToArray(), "text/x-diff; charset=utf-8"),
        _ => throw new QuireException(ErrorKind.Invalid, "invalid_parameter", "The parameter 'format' is neither json nor unified."),
    };
}
