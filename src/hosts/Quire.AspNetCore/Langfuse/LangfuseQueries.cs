using System.Globalization;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Errors;
using Microsoft.AspNetCore.Builder;

namespace Quire.AspNetCore.Langfuse;

/// <summary>Reads the queries of Langfuse's clients, as their server does: an empty parameter is none, and so is version 0.</summary>
internal static class LangfuseQueries
{
    /// <summary>Declares that a route takes a version or a label.</summary>
    public static IEndpointConventionBuilder TakesVersionOrLabel(this IEndpointConventionBuilder route) => route
        .Query("version", "The number of a version.", "integer")
        .Query("label", "The label of a version.");

    /// <summary>The version or the label that is asked for; null for both where neither is.</summary>
    /// <exception cref="QuireException"><c>langfuse_invalid</c>, <c>invalid_selector</c>.</exception>
    public static (long? Version, string? Label) VersionOrLabel(this Call call)
    {
        var version = call.Version();
        var label = call.Text("label");
        if (version is not null && label is not null)
            throw new QuireException(ErrorKind.Invalid, "invalid_selector", "Cannot specify both version and label");
        return (version, label);
    }

    /// <summary>The number that is asked for; null for none.</summary>
    /// <exception cref="QuireException"><c>langfuse_invalid</c>.</exception>
    public static long? Version(this Call call)
    {
        if (call.Text("version") is not { } text)
            return null;
        return !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? throw LangfuseIssue.At("version", "Invalid input: expected number, received NaN")
            : number == 0 ? null : number;
    }

    /// <summary>A parameter; null where it is absent or empty.</summary>
    public static string? Text(this Call call, string name) => call.Query(name) is { Length: > 0 } text ? text : null;

    /// <summary>A number in a range.</summary>
    /// <exception cref="QuireException"><c>langfuse_invalid</c>.</exception>
    public static int Number(this Call call, string name, int highest, int absent)
    {
        if (call.Query(name) is not { } text)
            return absent;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw LangfuseIssue.At(name, "Invalid input: expected number, received NaN");
        if (number < 1)
            throw LangfuseIssue.At(name, "Too small: expected number to be >=1");
        return number <= highest ? number : throw LangfuseIssue.At(name, $"Too big: expected number to be <={highest}");
    }

    /// <summary>A moment, in ISO 8601 with an offset; null where it is absent or empty.</summary>
    /// <exception cref="QuireException"><c>langfuse_invalid</c>.</exception>
    public static DateTimeOffset? Moment(this Call call, string name)
    {
        if (call.Text(name) is not { } text)
            return null;
        return text.Contains('T') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw LangfuseIssue.At(name, "Invalid ISO datetime");
    }
}
