using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Errors;
using Quire.Core.Similarity;

namespace Quire.AspNetCore.Similarity;

/// <summary>Declares and reads how similar prompts shall be.</summary>
internal static class SimilarityParameters
{
    /// <summary>Takes <c>least</c> and <c>limit</c>.</summary>
    public static IEndpointConventionBuilder TakesLeast(this IEndpointConventionBuilder route) => route
        .Query("least", "The least score, 0.3 to 1; 0.4 where it is absent.", "number")
        .Query("limit", "How many items at most, 1 to 1,000; 100 where it is absent.", "integer")
        .Fails("project_not_found", "too_large");

    /// <summary>The least score that is wanted.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public static double Least(this Call call) => call.Query("least") is not { } text ? SimilarityService.DefaultLeast
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var least) ? least
        : throw new QuireException(ErrorKind.Invalid, "invalid_parameter", "The parameter 'least' is no number.", "Write it as 0.5.");
}
