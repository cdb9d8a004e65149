using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;

namespace Quire.AspNetCore.Projects;

/// <summary>Tells a key what it is.</summary>
internal sealed class MeRoute : IRoute
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/api/v1/me", Handle)
        .Requires(Permissions.None)
        .Named("getMe", "Tells what a key is called, and which organisation, projects, tenants and permissions it has.")
        .Answers<MeAnswer>();

    private static Task<IResult> Handle(Call call) => Task.FromResult(Answer.Json(
        new MeAnswer
        {
            Organisation = call.Caller.Organisation,
            Key = call.Caller.Id,
            Name = call.Caller.Name,
            Projects = call.Caller.Projects,
            TenantScopes = call.Caller.TenantScopes,
            Permissions = PermissionNames.List(call.Caller.Permissions),
            DefaultProject = call.Caller.DefaultProject,
            BoundToTenants = call.Caller.IsBoundToTenants,
        },
        QuireJson.Api.MeAnswer));
}
