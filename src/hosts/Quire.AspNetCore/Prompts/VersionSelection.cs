using Microsoft.AspNetCore.Builder;
using Quire.AspNetCore.Routes;

namespace Quire.AspNetCore.Prompts;

/// <summary>Declares that a route selects a version in its query.</summary>
internal static class VersionSelection
{
    /// <summary>Takes one of <c>alias</c>, <c>version</c> and <c>ref</c>.</summary>
    public static IEndpointConventionBuilder SelectsVersion(this IEndpointConventionBuilder route) => route
        .Query("alias", "The alias whose version is meant.")
        .Query("version", "The version's number.", "integer")
        .Query("ref", "A branch, a tag, or sha: and the digits of a commit.")
        .Fails("invalid_selector", "invalid_name", "prompt_not_found", "alias_not_found", "version_not_found", "ref_not_found", "commit_not_found", "ambiguous_commit", "version_deleted");
}
