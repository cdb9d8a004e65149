using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Prompts;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Diffing;
using Quire.Core.Errors;
using Quire.Core.Prompts;
using Quire.Prompts.Addresses;
using Quire.Prompts.Names;

namespace Quire.AspNetCore.Diffing;

/// <summary>Compares two versions of a prompt: lines, words inside changed lines, and what the change means.</summary>
internal sealed class DiffPrompt(PromptReader reader, DiffService diffs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/diff", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("diffPrompt", "Compares two versions of a prompt: lines, words inside changed lines, and what the change means.")
        .Query("from", "The version before: a number, an alias, ref: and a branch or tag, or sha: and the digits of a commit.")
        .Query("to", "The version after, likewise; absent for the latest.")
        .Query("toPrompt", "The path of another prompt of the project, whose version comes after; absent for the same prompt.")
        .Differs()
        .Fails("project_not_found", "prompt_not_found", "version_not_found", "version_deleted", "alias_not_found", "ref_not_found", "commit_not_found", "ambiguous_commit", "invalid_selector", "invalid_name");

    private async Task<IResult> Handle(Call call)
    {
        var from = await reader.Resolve(call.Caller, call.Address(Side(call.Query("from") ?? throw Missing())), call.Cancellation);
        var after = call.Address(call.Query("to") is { } text ? Side(text) : Selector.Latest);
        var to = await reader.Resolve(call.Caller, call.Query("toPrompt") is { } other ? after with { Path = Parse(other) } : after, call.Cancellation);
        return call.Differing(await diffs.Versions(call.Caller, from, to, call.Context(), call.Cancellation));
    }

    private static PromptPath Parse(string path) => PromptPath.TryParse(path, out var parsed, out var error) ? parsed : throw error.AsException();

    private static QuireException Missing() => new(ErrorKind.Invalid, "invalid_selector", "The parameter 'from' is missing.", "Name the version before: a number, an alias, ref:NAME or sha:HEX.");

    private static Selector Side(string text)
    {
        const string RefMark = "ref:";
        if (text.StartsWith(RefMark, StringComparison.Ordinal))
            return Selectors.Of(null, null, text[RefMark.Length..])!;
        if (text.StartsWith("sha:", StringComparison.Ordinal))
            return Selectors.Of(null, null, text)!;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Selectors.Of(null, number, null)! : Selectors.Of(text, null, null)!;
    }
}
