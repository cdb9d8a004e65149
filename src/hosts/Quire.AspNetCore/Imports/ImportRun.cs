using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.AspNetCore.Routes;
using Quire.Core.Imports;

namespace Quire.AspNetCore.Imports;

/// <summary>Answers imports: with the report alone, or with events on the way to it.</summary>
/// <param name="problems">Writes what fails on the way.</param>
internal sealed class ImportRun(ProblemWriter problems)
{
    /// <summary>Runs an import and answers as the client asked for.</summary>
    /// <param name="call">The request.</param>
    /// <param name="import">The import.</param>
    public async Task<IResult> Answer(Call call, Func<IProgress<ImportProgress>?, CancellationToken, Task<ImportReport>> import)
    {
        if (ServerSentEvents.AreWanted(call.Http.Request))
            return new ImportStream(problems, import);
        var report = await import(null, call.Cancellation);
        call.Sequence(report.Sequence);
        return Answers.Answer.Json(ImportAnswer.Of(report), QuireJson.Api.ImportAnswer);
    }
}
