using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Git;
using Quire.Core.Limits;
using Quire.Versioning.Protocol;

namespace Quire.AspNetCore.Git;

/// <summary>Answers clones and fetches, in version 2 of the protocol and, for old clients, in version 0.</summary>
internal sealed class UploadPack(FetchService fetches) : IRoute
{
    private const string ContentType = $"application/x-{GitWords.Upload}-result";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post($"/git/{{organisation}}/{{project}}.git/{GitWords.Upload}", Handle)
        .Requires(Permissions.Read)
        .ShowsWholeProject()
        .ForGit(QuireLimits.BodyBytes);

    private async Task<IResult> Handle(Call call)
    {
        var lines = call.Lines(GitWords.Upload, QuireLimits.BodyBytes);
        if (!call.AsksForVersion2())
            return await FetchOld(call, await OldFetch.Read(lines));
        var (command, arguments) = await Read(lines);
        return command switch
        {
            "ls-refs" => ListRefs(await fetches.Refs(call.Caller, call.Project, call.Cancellation), arguments),
            "fetch" => await Fetch(call, FetchArguments.Parse(arguments)),
            "" => new GitBytes().Answer(ContentType),
            _ => throw GitWords.Broken("its command is unknown"),
        };
    }

    private static async Task<(string Command, List<string> Arguments)> Read(PktReader lines)
    {
        var command = "";
        var arguments = new List<string>();
        var inArguments = false;
        while (await lines.Next() is { } line)
        {
            if (line.Kind == PktLineKind.Flush)
                return (command, arguments);
            if (line.Kind == PktLineKind.Delimiter)
                inArguments = true;
            else if (inArguments)
                arguments.Add(PktReader.Text(line.Data));
            else if (PktReader.Text(line.Data) is var text && text.StartsWith("command=", StringComparison.Ordinal))
                command = text["command=".Length..];
            else if (text.StartsWith("object-format=", StringComparison.Ordinal) && text != "object-format=sha1")
                throw GitWords.Broken("it asks for another hash than sha1");
        }
        return arguments.Count == 0 && command.Length == 0 ? (command, arguments) : throw GitWords.Broken("it ends before its flush");
    }

    private static IResult ListRefs(RefList refs, List<string> arguments)
    {
        const string Prefix = "ref-prefix ";
        var prefixes = arguments.Where(argument => argument.StartsWith(Prefix, StringComparison.Ordinal)).Select(argument => argument[Prefix.Length..]).Distinct().ToList();
        // So many prefixes would cost more than they save.
        if (prefixes.Count > 1000)
            prefixes.Clear();
        var (peel, symrefs) = (arguments.Contains("peel"), arguments.Contains("symrefs"));
        var answer = new GitBytes();
        var target = symrefs ? $" symref-target:{refs.DefaultBranch}" : "";
        if (refs.Head is { } head && IsWanted("HEAD"))
            answer.Line($"{head.Target} HEAD{target}");
        else if (refs.Head is null && arguments.Contains("unborn") && IsWanted("HEAD"))
            answer.Line($"unborn HEAD{target}");
        foreach (var item in refs.Refs.Where(item => IsWanted(item.Name)))
            answer.Line($"{item.Target} {item.Name}{(peel && item.Peeled is { } peeled ? $" peeled:{peeled}" : "")}");
        return answer.Flush().Answer(ContentType);

        bool IsWanted(string name) => prefixes.Count == 0 || prefixes.Exists(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
    }

    private Task<IResult> Fetch(Call call, FetchArguments arguments) =>
        Answer(call, arguments, answer => new PackAnswer(fetches, answer, arguments, true, new FetchHead(answer, arguments).Sections));

    private Task<IResult> FetchOld(Call call, OldFetch fetch)
    {
        var arguments = fetch.Arguments;
        // A client that has everything already says so by an empty body.
        if (arguments.Call.Wants.Count == 0)
            return Task.FromResult(new GitBytes().Answer(ContentType));
        return Answer(call, arguments, answer => new PackAnswer(fetches, answer, arguments, arguments.Has("side-band-64k"),
            output => new FetchHead(answer, arguments).Lines(output, fetch.AsksOnlyForBorder)));
    }

    // Of an HTTP error git shows the number alone; what a person can mend is told in git's own way.
    private async Task<IResult> Answer(Call call, FetchArguments arguments, Func<FetchAnswer, IResult> send)
    {
        try
        {
            return arguments.Refusal is { } refusal ? Refused(refusal) : send(await fetches.Plan(call.Caller, call.Project, arguments.Call, call.Cancellation));
        }
        catch (QuireException error) when (error.Error.Code is "commit_not_found" or "ref_not_found" or "bad_request")
        {
            return Refused($"{error.Error.Message} {error.Error.Hint}".TrimEnd());
        }
    }

    private static IResult Refused(string reason) => new GitBytes().Line($"ERR {reason}").Answer(ContentType);
}
