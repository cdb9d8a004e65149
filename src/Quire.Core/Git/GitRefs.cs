using Quire.Core.Refs;
using Quire.Core.Stores;

namespace Quire.Core.Git;

/// <summary>Lists of refs without end of page.</summary>
internal static class GitRefs
{
    private const int Page = 1000;

    /// <summary>All refs whose name begins so, by name.</summary>
    public static IEnumerable<Ref> All(ISession session, long projectId, string prefix)
    {
        string? after = null;
        while (true)
        {
            var page = session.Refs.List(projectId, prefix, after, Page);
            foreach (var item in page)
                yield return item;
            if (page.Count < Page)
                yield break;
            after = page[^1].Name;
        }
    }
}
