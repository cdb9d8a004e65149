using System.Globalization;
using Quire.Core.Access;
using Quire.Core.Contents;
using Quire.Core.Limits;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;

namespace Quire.Core.Mlflow;

/// <summary>Searches the prompts of a project on one snapshot.</summary>
internal sealed class MlflowModelSearch(ISession session, Principal caller, Project project, MlflowViews views, MlflowSearch search, CancellationToken cancellation)
{
    private const int Step = 500;

    /// <summary>The page.</summary>
    public MlflowPage<MlflowModel> Page()
    {
        Paging.Check(search.Limit);
        // By path a page begins where the one before ended; any other order is made of everything that fits.
        return search.Order is [] or [{ Key: "name", Descending: false }] ? ByPath() : Ordered();
    }

    private MlflowPage<MlflowModel> ByPath()
    {
        var found = Fitting(search.Token).Take(search.Limit + 1).ToList();
        return Show(found, found.Count > search.Limit ? found[search.Limit - 1].Prompt.Path : null);
    }

    private MlflowPage<MlflowModel> Ordered()
    {
        var skip = MlflowTokens.Offset(search.Token);
        var sorted = search.Order.Aggregate(Fitting(null).OrderBy(_ => 0), (sorted, order) => order switch
        {
            { Key: "name", Descending: false } => sorted.ThenBy(match => match.Name, StringComparer.Ordinal),
            { Key: "name" } => sorted.ThenByDescending(match => match.Name, StringComparer.Ordinal),
            { Descending: false } => sorted.ThenBy(match => Time(match.Prompt, order.Key)),
            _ => sorted.ThenByDescending(match => Time(match.Prompt, order.Key)),
        });
        var found = sorted.Skip(skip).Take(search.Limit + 1).ToList();
        return Show(found, found.Count > search.Limit ? (skip + search.Limit).ToString(CultureInfo.InvariantCulture) : null);
    }

    private MlflowPage<MlflowModel> Show(List<Match> found, string? next) =>
        new([.. found.Take(search.Limit).Select(match => views.Model(session, project, match.Prompt, match.Name))], next);

    private IEnumerable<Match> Fitting(string? after)
    {
        while (session.Prompts.ListAll(project.Id, after, Step) is { Count: > 0 } page)
        {
            cancellation.ThrowIfCancellationRequested();
            var annotations = session.Annotations.List(project.Id, [.. page.Select(prompt => prompt.Id)]).ToLookup(annotation => annotation.PromptId);
            foreach (var prompt in page)
            {
                if (Fit(prompt, [.. annotations[prompt.Id]]) is { } match)
                    yield return match;
            }
            after = page[^1].Path;
        }
    }

    private static DateTimeOffset Time(Prompt prompt, string key) => key == "creation_timestamp" ? prompt.CreatedAt : prompt.UpdatedAt;

    private PromptFacts Facts(Prompt prompt) =>
        prompt.LatestNumber is { } number && session.Versions.Find(project.Id, prompt.Id, number) is { } version ? PromptFacts.FromJson(version.Facts) : new PromptFacts();

    private Match? Fit(Prompt prompt, IReadOnlyList<Annotation> annotations)
    {
        if (!MlflowNames.Exists(prompt, annotations) || !MlflowNames.IsFor(session, caller, prompt))
            return null;
        var name = MlflowNames.NameOf(session, prompt);
        // The front matter's tags are only read where somebody asks for tags: every client asks for the first one.
        var asksForTags = search.Filter.Conditions.Any(condition => condition is { Tag: true, Key: not MlflowKeys.IsPrompt });
        var tags = MlflowViews.Tags(annotations, asksForTags ? Facts(prompt) : new PromptFacts());
        return search.Filter.Fits(tags, _ => name, _ => null) ? new Match(prompt, name) : null;
    }

    private sealed record Match(Prompt Prompt, string Name);
}
