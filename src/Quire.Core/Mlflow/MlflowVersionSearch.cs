using System.Globalization;
using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;

namespace Quire.Core.Mlflow;

/// <summary>Searches the versions of one prompt on one snapshot.</summary>
internal sealed class MlflowVersionSearch(ISession session, Principal caller, Project project, MlflowViews views, MlflowSearch search, CancellationToken cancellation)
{
    private const int Step = 500;

    /// <summary>The page; an empty one where there is no such prompt.</summary>
    public MlflowPage<MlflowVersion> Page()
    {
        Paging.Check(search.Limit);
        var name = Name();
        if (MlflowNames.Find(session, caller, project, name) is not { } prompt)
            return new MlflowPage<MlflowVersion>([], null);
        var skip = MlflowTokens.Offset(search.Token);
        var numbers = Numbered(prompt);
        // Versions are numbered in the order of their time, so one order serves all keys.
        if (search.Order.FirstOrDefault(order => order.Key != "name") is { Descending: false })
            numbers = numbers.Reverse();
        var found = numbers.Select(number => views.Version(session, project, prompt, name, number)).Where(Fits).Skip(skip).Take(search.Limit + 1).ToList();
        return new MlflowPage<MlflowVersion>([.. found.Take(search.Limit)], found.Count > search.Limit ? (skip + search.Limit).ToString(CultureInfo.InvariantCulture) : null);
    }

    private string Name()
    {
        var names = search.Filter.Conditions.Where(condition => condition is { Tag: false, Key: "name", Operator: MlflowOperator.Equal }).ToList();
        return names is [var only] ? only.Value
            : throw new QuireException(ErrorKind.Invalid, "invalid_filter", "The filter does not name one prompt.", "Begin it with name = 'NAME': versions are searched prompt by prompt.");
    }

    private IEnumerable<long> Numbered(Prompt prompt)
    {
        long? before = null;
        while (session.Versions.List(project.Id, prompt.Id, before, Step) is { Count: > 0 } page)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var version in page.Where(version => !version.Tombstone))
                yield return version.Number;
            before = page[^1].Number;
        }
    }

    private bool Fits(MlflowVersion version) => search.Filter.Fits(version.Tags, _ => version.Name, key => key == "version_number" ? version.Number : null);
}
