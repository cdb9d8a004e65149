using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.AspNetCore.Pipeline;

/// <summary>What every request passes, in this order, before its handler runs; and the one place where failures become answers.</summary>
/// <param name="services">What it asks on the way.</param>
/// <param name="plan">What the route declares.</param>
internal sealed class Gate(GateServices services, RoutePlan plan)
{
    private static readonly Dictionary<string, string> NoValues = [];

    /// <summary>Answers a request.</summary>
    public async Task Invoke(HttpContext http)
    {
        try
        {
            http.Response.Headers.XContentTypeOptions = "nosniff";
            services.Hosts.Check(http.Request);
            LimitBody(http);
            await Pass(http);
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            await services.Problems.Write(http, error);
        }
    }

    private async Task Pass(HttpContext http)
    {
        if (plan.Access.Required is not { } required)
        {
            await Answer(http, null, NoValues);
            return;
        }
        var caller = await services.Keys.Require(http, plan.Protocol);
        if (services.Ready.TryGet(http, caller, plan.Protocol) is { } ready)
        {
            await ready.ExecuteAsync(http);
            return;
        }
        await Handle(http, caller, required);
    }

    private async Task Handle(HttpContext http, Principal caller, Permissions required)
    {
        var values = plan.Read(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, http.Request.PathBase);
        if (values.TryGetValue("organisation", out var organisation) && organisation != caller.Organisation)
            throw new QuireException(ErrorKind.NotFound, "organisation_not_found", $"There is no organisation '{organisation}'.", "GET /api/v1/me tells the organisation of a key.");
        caller.Demand(required);
        if (plan.IsWholeProject)
            caller.DemandUnbound();
        var project = plan.Protocol.ImpliedProject(http, caller) ?? values.GetValueOrDefault("project");
        if (project is not null && !caller.Reaches(project))
            throw new QuireException(ErrorKind.NotFound, "project_not_found", $"There is no project '{project}'.", "List the projects with GET …/projects.");
        plan.CheckQuery(http.Request.Query);
        await services.Sequences.Wait(http, caller);
        await Answer(http, caller, values);
    }

    private async Task Answer(HttpContext http, Principal? caller, Dictionary<string, string> values)
    {
        var answer = await plan.Handler.Answer(new Call(http, caller, values, plan.Protocol));
        if (http.Response.Headers.CacheControl.Count == 0)
            http.Response.Headers.CacheControl = "no-store";
        await answer.ExecuteAsync(http);
    }

    // Before anything is asked of the store, so that size is refused whoever sends it.
    private void LimitBody(HttpContext http)
    {
        if (!plan.TakesBody && http.Request.ContentLength is null && HttpMethods.IsGet(http.Request.Method))
            return;
        var limit = plan.Protocol.Body;
        if (http.Request.ContentLength is { } length)
            limit.Check(length, "The body");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = limit.Value;
    }
}
