using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Exports;

namespace Quire.AspNetCore.Exports;

/// <summary>Exports prompts as one file.</summary>
internal sealed class GetExport(ExportService exports) : IRoute
{
    private const string Names = "zip, csv, json, langfuse";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/orgs/{organisation}/projects/{project}/export", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .Named("getExport", "Exports one prompt, a selection or the whole project as one file, from the default branch. Importing it again changes nothing.")
        .Query("format", $"One of {Names}; absent for zip. A zip holds the files as they stand, with everything else of the project where no prompts are chosen.")
        .Query("folder", "The folder whose prompts are meant; absent for all.")
        .Query("tag", "A tag that the prompts have; absent for any.")
        .Query("paths", "The paths of the prompts, separated by commas; absent for all.")
        .Query("versions", "all for every version, oldest first, or latest, as where it is absent; a zip has none but the files as they stand.")
        .Answers(StatusCodes.Status200OK, "application/octet-stream")
        .Fails("project_not_found", "prompt_not_found", "invalid_import", "invalid_name", "too_large");

    private async Task<IResult> Handle(Call call)
    {
        var file = await exports.Export(call.Caller, new ExportRequest
        {
            Project = call.Project,
            Format = Format(call.Query("format")),
            Folder = call.Query("folder"),
            Tag = call.Query("tag"),
            Paths = call.Query("paths")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            AllVersions = AllVersions(call.Query("versions")),
        }, call.Cancellation);
        call.Http.Response.Headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
        return new RawAnswer(file.Bytes, file.ContentType);
    }

    private static ExportFormat Format(string? word) => word switch
    {
        null or "zip" => ExportFormat.Zip,
        "csv" => ExportFormat.Csv,
        "json" => ExportFormat.Json,
        "langfuse" => ExportFormat.Langfuse,
        _ => throw new QuireException(ErrorKind.Invalid, "invalid_import", "There is no such export format.", $"Formats are {Names}."),
    };

    private static bool AllVersions(string? word) => word switch
    {
        null or "latest" => false,
        "all" => true,
        _ => throw new QuireException(ErrorKind.Invalid, "invalid_parameter", "The parameter 'versions' is neither all nor latest."),
    };
}
