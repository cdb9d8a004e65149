using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;

namespace Quire.Core.Counters;

/// <summary>Tells how often prompts were read.</summary>
/// <param name="store">Where counts are kept.</param>
/// <param name="time">The clock, which says what today is.</param>
public sealed class ReadReports(IStore store, TimeProvider time)
{
    private const int DefaultDays = 30;
    private const int MaxDays = 366;

    /// <summary>The reads of a prompt, by default of the last 30 days.</summary>
    /// <exception cref="QuireException"><c>prompt_not_found</c>, <c>invalid_parameter</c>.</exception>
    public Task<ReadReport> Of(Principal caller, string projectName, string path, DateOnly? from = null, DateOnly? to = null, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        var (first, last) = Days(from, to);
        return store.Read(session =>
        {
            var prompt = PromptLister.RequirePrompt(session, caller, projectName, path);
            var limit = (int)QuireLimits.PageSize.Value;
            var items = session.Reads.List(prompt.ProjectId, prompt.Id, first, last, limit + 1);
            var total = session.Reads.Total(prompt.ProjectId, prompt.Id, first, last);
            return new ReadReport(first, last, total, [.. items.Take(limit)], items.Count <= limit);
        }, cancellation);
    }

    /// <summary>The prompts of a project that were read most, by default in the last 30 days.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>invalid_parameter</c>, <c>forbidden</c>.</exception>
    public Task<IReadOnlyList<PromptReads>> Top(Principal caller, string projectName, DateOnly? from = null, DateOnly? to = null, int limit = 100, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read);
        caller.DemandUnbound();
        Paging.Check(limit);
        var (first, last) = Days(from, to);
        return store.Read(session => session.Reads.Top(session.RequireProject(caller, projectName).Id, first, last, limit), cancellation);
    }

    private (DateOnly From, DateOnly To) Days(DateOnly? from, DateOnly? to)
    {
        var last = to ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var first = from ?? last.AddDays(1 - Math.Min(DefaultDays, last.DayNumber + 1));
        return last.DayNumber - first.DayNumber is >= 0 and < MaxDays
            ? (first, last)
            : throw new QuireException(ErrorKind.Invalid, "invalid_parameter", $"From {first:yyyy-MM-dd} to {last:yyyy-MM-dd} is no time of 1 to {MaxDays} days.", "Give from and to as days in UTC, for example 2027-01-31.");
    }
}
