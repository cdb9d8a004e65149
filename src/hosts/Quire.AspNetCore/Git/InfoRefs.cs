using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Git;
using Quire.Core.Limits;
using Quire.Versioning.Objects;

namespace Quire.AspNetCore.Git;

/// <summary>What git asks first: what the server can do, and for a push where the refs stand.</summary>
internal sealed class InfoRefs(FetchService fetches, PushService pushes) : IRoute
{
    private const string PushWords = "report-status delete-refs side-band-64k quiet atomic ofs-delta object-format=sha1 " + GitWords.Agent;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Get("/git/{organisation}/{project}.git/info/refs", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .ForGit(QuireLimits.BodyBytes)
        .Query("service", "git-upload-pack or git-receive-pack.");

    private Task<IResult> Handle(Call call) => call.Query("service") switch
    {
        GitWords.Upload => Upload(call),
        GitWords.Receive => Receive(call),
        _ => throw new QuireException(ErrorKind.Invalid, "invalid_parameter", "The parameter 'service' is neither git-upload-pack nor git-receive-pack.", "This server speaks git's smart protocol only."),
    };

    private async Task<IResult> Upload(Call call)
    {
        // Asked for its errors: a project that is not there is told before anything else.
        await fetches.Find(call.Caller, call.Project, call.Cancellation);
        var answer = new GitBytes();
        if (call.AsksForVersion2())
            answer.Line("version 2").Line(GitWords.Agent).Line("ls-refs=unborn").Line("fetch=shallow").Line("object-format=sha1").Flush();
        else
            answer.Line($"# service={GitWords.Upload}").Flush().Line("ERR This server fetches by version 2 of git's protocol. Use git 2.26 or newer, or -c protocol.version=2.");
        return answer.Answer($"application/x-{GitWords.Upload}-advertisement");
    }

    private async Task<IResult> Receive(Call call)
    {
        call.Caller.Demand(Permissions.Write);
        var refs = await pushes.Exists(call.Caller, call.Project, call.Cancellation)
            ? (await fetches.Refs(call.Caller, call.Project, call.Cancellation)).Refs
            : [];
        var answer = new GitBytes().Line($"# service={GitWords.Receive}").Flush();
        var words = "\0" + PushWords;
        if (refs.Count == 0)
            answer.Line($"{default(ObjectId)} capabilities^{{}}{words}");
        foreach (var item in refs)
        {
            answer.Line($"{item.Target} {item.Name}{words}");
            words = "";
        }
        return answer.Flush().Answer($"application/x-{GitWords.Receive}-advertisement");
    }
}
