using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Access;
using Quire.Core.Git;
using Quire.Core.Limits;
using Quire.Versioning.Objects;
using Quire.Versioning.Protocol;

namespace Quire.AspNetCore.Git;

/// <summary>Takes pushes, version 0 of the protocol, which is the only one that pushes have.</summary>
internal sealed class ReceivePack(PushService pushes) : IRoute
{
    private const string ContentType = $"application/x-{GitWords.Receive}-result";
    private const byte ReportBand = 1, RemarkBand = 2;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) => routes.Post($"/git/{{organisation}}/{{project}}.git/{GitWords.Receive}", Handle)
        .Requires(Permissions.Read | Permissions.Write)
        .ShowsWholeProject()
        .ForGit(QuireLimits.PushBytes);

    private async Task<IResult> Handle(Call call)
    {
        var lines = call.Lines(GitWords.Receive, QuireLimits.PushBytes);
        var (commands, words) = await Read(lines);
        // What git sends before a large push, to see whether it may.
        if (commands.Count == 0)
            return new GitBytes().Answer(ContentType);
        await using var pack = Spill();
        await lines.CopyRest(pack);
        pack.Position = 0;
        var outcome = await pushes.Push(new PushRequest(call.Caller, call.Project, commands, pack.Length > 0 ? pack : null, Spill), call.Cancellation);
        return Report(outcome, words);
    }

    private static async Task<(List<RefCommand> Commands, string[] Words)> Read(PktReader lines)
    {
        var commands = new List<RefCommand>();
        string[] words = [];
        while (await lines.Next() is { } line)
        {
            if (line.Kind == PktLineKind.Flush)
                return (commands, words);
            if (line.Kind != PktLineKind.Data)
                throw GitWords.Broken("a line is of another kind");
            var text = PktReader.Text(line.Data);
            var nul = text.IndexOf('\0', StringComparison.Ordinal);
            if (commands.Count == 0 && nul >= 0)
                (words, text) = (text[(nul + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries), text[..nul]);
            // What a shallow clone lacks is of no matter: what its commits need must be here.
            if (text.StartsWith("shallow ", StringComparison.Ordinal))
                continue;
            commands.Add(Command(text));
            QuireLimits.PushRefs.Check(commands.Count, "The push");
        }
        return commands.Count == 0 ? (commands, words) : throw GitWords.Broken("it ends before its flush");
    }

    private static RefCommand Command(string text)
    {
        const int Length = ObjectId.HexLength;
        if (text.Length < (2 * Length) + 3 || text[Length] != ' ' || text[(2 * Length) + 1] != ' '
            || !ObjectId.TryParse(text.AsSpan(0, Length), out var old) || !ObjectId.TryParse(text.AsSpan(Length + 1, Length), out var next) || (old.IsZero && next.IsZero))
            throw GitWords.Broken("a command does not parse");
        return new RefCommand(text[((2 * Length) + 2)..], old.IsZero ? null : old, next.IsZero ? null : next);
    }

    private static IResult Report(PushOutcome outcome, string[] words)
    {
        var report = new GitBytes();
        if (words.Contains("report-status"))
        {
            report.Line($"unpack {(outcome.UnpackError is { } error ? OneLine(error) : "ok")}");
            foreach (var item in outcome.Refs)
                report.Line(item.Refusal is { } reason ? $"ng {item.Name} {OneLine(reason)}" : $"ok {item.Name}");
            report.Flush();
        }
        if (!words.Contains("side-band-64k"))
            return report.Answer(ContentType);
        var answer = new GitBytes();
        foreach (var remark in outcome.Remarks)
            PktLine.WriteBand(answer.Output, RemarkBand, Encoding.UTF8.GetBytes(OneLine(remark) + "\n"));
        PktLine.WriteBand(answer.Output, ReportBand, report.Written.Span);
        return answer.Flush().Answer(ContentType);
    }

    // Texts of others may carry what steers a terminal.
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character).Take(4000));

    // Made so that only this user can read it, and gone when it is closed.
    private static FileStream Spill() => new(Path.GetTempFileName(), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
}
