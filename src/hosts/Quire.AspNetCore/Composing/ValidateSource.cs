using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Bodies;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Prompts.Files;
using Quire.Templating.Diagnostics;

namespace Quire.AspNetCore.Composing;

/// <summary>Checks a prompt file that is not stored.</summary>
internal sealed class ValidateSource : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post("/api/v1/orgs/{organisation}/projects/{project}/validate", Handle)
        .Requires(Permissions.Preview)
        .Named("validateSource", "Checks a prompt file that is not stored.")
        .Takes<SourceBody>()
        .Answers<FindingList>()
        .Fails("too_large", "invalid_name");

    private static async Task<IResult> Handle(Call call)
    {
        var body = await call.Body(QuireJson.Api.SourceBody);
        var bytes = Encoding.UTF8.GetBytes(body.Source);
        QuireLimits.PromptBytes.Check(bytes.Length, "The source");
        var parsed = ContentReader.Parse(body.Path, bytes);
        if (parsed.Role is FileRole.Refused refused)
            throw refused.Error.AsException();
        var valid = parsed.Diagnostics.All(finding => finding.Severity != Severity.Error);
        return Answer.Json(new FindingList(valid, Finding.All(parsed.Diagnostics)), QuireJson.Api.FindingList);
    }
}
