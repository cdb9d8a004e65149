using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Imports;
using Quire.Core.Imports.Reading;
using Quire.Core.Limits;

namespace Quire.AspNetCore.Imports;

/// <summary>Imports a file.</summary>
internal sealed class CreateImport(ImportService imports, ImportRun runs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/imports", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Speaks(new RestProtocol(QuireLimits.ImportBytes))
        .Named("createImport", "Imports a file: a zip of files, a table, a list of prompts, an export of another registry. Importing it again changes nothing. "
            + "With Accept: text/event-stream the answer is events: progress, then report, or problem.")
        .Query("name", "The file's name, which tells the format where none is given; also for messages.")
        .Query("format", $"One of {ImportFormats.Names}; absent for auto.")
        .TakesImportSettings()
        .TakesBytes()
        .Answers<ImportAnswer>()
        .FailsAsChange("invalid_import", "import_refused", "invalid_message", "invalid_annotation");

    private async Task<IResult> Handle(Call call)
    {
        var name = call.Query("name") ?? "upload";
        var format = ImportFormats.Parse(call.Query("format"));
        var settings = ImportSettings.Of(call);
        var bytes = await call.Bytes(QuireLimits.ImportBytes);
        return await runs.Answer(call, (progress, cancellation) =>
            imports.Import(call.Caller, settings.Request(call.Project, name, ImportReader.Read(name, bytes, format, settings.Dialect)), progress, cancellation));
    }
}
