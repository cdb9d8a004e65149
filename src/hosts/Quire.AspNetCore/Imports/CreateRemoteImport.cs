using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Commits;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Imports;
using Quire.Core.Imports.Remote;

namespace Quire.AspNetCore.Imports;

/// <summary>Imports from another server.</summary>
internal sealed class CreateRemoteImport(ImportService imports, RemoteReader remote, ImportRun runs) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/imports/remote", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .Named("createRemoteImport", "Imports every prompt of a Langfuse project or an MLflow server, with versions, labels and tags. What opens that server is used for this request and kept nowhere. "
            + "With Accept: text/event-stream the answer is events: progress, then report, or problem.")
        .TakesImportSettings()
        .Takes<RemoteImportBody>()
        .Answers<ImportAnswer>()
        .FailsAsChange("invalid_import", "invalid_url", "import_source_failed", "invalid_message", "invalid_annotation");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.RemoteImportBody);
        var settings = ImportSettings.Of(call);
        var registry = body.ToRegistry();
        return await runs.Answer(call, async (progress, cancellation) =>
        {
            var source = await remote.Read(registry, settings.Dialect, progress, cancellation);
            return await imports.Import(call.Caller, settings.Request(call.Project, registry.ToString(), source), progress, cancellation);
        });
    }
}
