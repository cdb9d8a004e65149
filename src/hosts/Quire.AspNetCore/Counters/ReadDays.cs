using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Errors;

namespace Quire.AspNetCore.Counters;

/// <summary>Declares and reads the days that reads are asked for.</summary>
internal static class ReadDays
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>Takes <c>from</c> and <c>to</c>.</summary>
    public static IEndpointConventionBuilder TakesDays(this IEndpointConventionBuilder route) => route
        .Query("from", "The first day in UTC, for example 2027-01-31; absent for 30 days in all.")
        .Query("to", "The last day in UTC; absent for today.")
        .Fails("project_not_found");

    /// <summary>A day of the query; null where it is absent.</summary>
    /// <exception cref="QuireException"><c>invalid_parameter</c>.</exception>
    public static DateOnly? Day(this Call call, string name)
    {
        if (call.Query(name) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new QuireException(ErrorKind.Invalid, "invalid_parameter", $"The parameter '{name}' is no day.", "Write it as 2027-01-31.");
    }
}
