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
    private const string FetchWords = "multi_ack_detailed side-band-64k thin-pack ofs-delta shallow deepen-since deepen-not deepen-relative include-tag no-progress filter "
        + "allow-tip-sha1-in-want allow-reachable-sha1-in-want object-format=sha1 " + GitWords.Agent;
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
        const string ContentType = $"application/x-{GitWords.Upload}-advertisement";
        if (!call.AsksForVersion2())
            return OldUpload(await fetches.Refs(call.Caller, call.Project, call.Cancellation)).Answer(ContentType);
        // Asked for its errors: a project that is not there is told before anything else.
        await fetches.Find(call.Caller, call.Project, call.Cancellation);
        return new GitBytes().Line("version 2").Line(GitWords.Agent).Line("ls-refs=unborn").Line("fetch=shallow filter").Line("object-format=sha1").Flush().Answer(ContentType);
    }

    private static GitBytes OldUpload(RefList refs)
    {
        var head = refs.Head is { } tip ? new[] { tip with { Name = "HEAD", Peeled = null } } : [];
        var words = head.Length == 0 ? FetchWords : $"{FetchWords} symref=HEAD:{refs.DefaultBranch}";
        return Listed(GitWords.Upload, [.. head, .. refs.Refs], words, peel: true);
    }

    private async Task<IResult> Receive(Call call)
    {
        call.Caller.Demand(Permissions.Write);
        var refs = await pushes.Exists(call.Caller, call.Project, call.Cancellation)
            ? (await fetches.Refs(call.Caller, call.Project, call.Cancellation)).Refs
            : [];
        return Listed(GitWords.Receive, refs, PushWords, peel: false).Answer($"application/x-{GitWords.Receive}-advertisement");
    }

    private static GitBytes Listed(string service, IReadOnlyList<GitRef> refs, string words, bool peel)
    {
        var answer = new GitBytes().Line($"# service={service}").Flush();
        words = "\0" + words;
        if (refs.Count == 0)
            answer.Line($"{default(ObjectId)} capabilities^{{}}{words}");
        foreach (var item in refs)
        {
            answer.Line($"{item.Target} {item.Name}{words}");
            if (peel && item.Peeled is { } peeled)
                answer.Line($"{peeled} {item.Name}^{{}}");
            words = "";
        }
        return answer.Flush();
    }
}
