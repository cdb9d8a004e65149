using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Errors;
using Quire.Core.Similarity;

namespace Quire.AspNetCore.Similarity;

/// <summary>What routes about similar prompts share.</summary>
internal static class SimilarityParameters
{
    /// <summary>Takes <c>limit</c>.</summary>
    public static IEndpointConventionBuilder TakesLimit(this IEndpointConventionBuilder route) => route
        .Query("limit", "How many items at most, 1 to 1,000; 100 where it is absent.", "integer")
        .Fails("too_large");

    /// <summary>Takes <c>least</c> and <c>limit</c>, and answers with pairs.</summary>
    public static IEndpointConventionBuilder FindsPairs(this IEndpointConventionBuilder route) => route
        .Query("least", "The least score, 0.3 to 1; 0.4 where it is absent.", "number")
        .TakesLimit()
        .Answers<SimilarPairs>();

    /// <summary>The least score that is wanted.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public static double Least(this Call call, double otherwise) => call.Query("least") is not { } text ? otherwise
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var least) ? least
        : throw new QuireException(ErrorKind.Invalid, "invalid_parameter", "The parameter 'least' is no number.", "Write it as 0.5.");
}
