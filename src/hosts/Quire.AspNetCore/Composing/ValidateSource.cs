using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Validation;
using Quire.Templating.Diagnostics;

namespace Quire.AspNetCore.Composing;

/// <summary>Checks a prompt file that is not stored, as the write door would.</summary>
internal sealed class ValidateSource(ValidationService validation) : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/validate", Handle)
        .Requires(Permissions.Preview)
        .Named("validateSource", "Checks a prompt file that is not stored, beside the stored layers of its base.")
        .Takes<SourceBody>()
        .Answers<FindingList>()
        .Fails("too_large", "invalid_name", "invalid_value", "project_not_found", "ref_not_found");

    private async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.SourceBody);
        var source = new SourceToCheck(call.Project, body.Path, Encoding.UTF8.GetBytes(body.Source))
        {
            Branch = body.Branch,
            Variables = body.Variables is null ? null : ComposeRequests.Variables(body.Variables),
        };
        var report = await validation.Check(call.Caller, source, call.Cancellation);
        var valid = report.Diagnostics.All(finding => finding.Severity != Severity.Error);
        return Answer.Json(new FindingList(valid, Finding.All(report.Diagnostics)), QuireJson.Api.FindingList);
    }
}
