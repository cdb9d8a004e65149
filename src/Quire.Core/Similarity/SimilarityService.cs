using System.Text;
using Quire.Core.Access;
using Quire.Core.Caching;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Core.Similarity;

/// <summary>
/// Finds prompts of a project whose files are much alike, among those alone that the caller sees. Sketches are kept by content, which never changes,
/// so nothing of them can be stale.
/// </summary>
/// <param name="store">Where prompts are.</param>
/// <param name="objects">Objects read lately.</param>
public sealed class SimilarityService(IStore store, ObjectCache objects)
{
    /// <summary>The least score where none is asked for.</summary>
    public const double DefaultLeast = 0.4;

    private const long Budget = 64 * 1024 * 1024;
    private const int SketchBytes = (TextSketch.Places * sizeof(uint)) + 100;
    private readonly MemoryCache<ObjectId, TextSketch> _sketches = new(Budget, static (_, _) => SketchBytes);

    /// <summary>The prompts like one, the most similar first.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>prompt_not_found</c>, <c>invalid_parameter</c>, <c>too_large</c>.</exception>
    public Task<IReadOnlyList<SimilarPrompt>> Like(Principal caller, string projectName, string path, double least = DefaultLeast, int limit = 100, CancellationToken cancellation = default)
    {
        Check(caller, least, limit);
        return store.Read<IReadOnlyList<SimilarPrompt>>(session =>
        {
            var wanted = PromptLister.RequirePrompt(session, caller, projectName, path);
            var entries = Visible(session, caller, projectName);
            var place = entries.FindIndex(entry => entry.Prompt.Id == wanted.Id);
            if (place < 0)
                throw new QuireException(ErrorKind.NotFound, "prompt_not_found", $"The prompt '{path}' does not stand any more.", "List the prompts with: quire list");
            return [.. Texts(session, entries, cancellation).Like(place, least).Take(limit).Select(found => new SimilarPrompt(entries[found.Text].Prompt.Path, found.Score))];
        }, cancellation);
    }

    /// <summary>The pairs of prompts of a project that are much alike, the most similar first.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>invalid_parameter</c>, <c>too_large</c>.</exception>
    public Task<IReadOnlyList<SimilarPair>> Pairs(Principal caller, string projectName, double least = DefaultLeast, int limit = 100, CancellationToken cancellation = default)
    {
        Check(caller, least, limit);
        return store.Read<IReadOnlyList<SimilarPair>>(session =>
        {
            var entries = Visible(session, caller, projectName);
            return [.. Texts(session, entries, cancellation).Pairs(least, cancellation).Take(limit)
                .Select(pair => new SimilarPair(entries[pair.First].Prompt.Path, entries[pair.Second].Prompt.Path, pair.Score))];
        }, cancellation);
    }

    private static void Check(Principal caller, double least, int limit)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.Demand(Permissions.Read);
        Paging.Check(limit);
        if (least is not (>= 0.3 and <= 1))
            throw new QuireException(ErrorKind.Invalid, "invalid_parameter", "The least score is a number from 0.3 to 1.", "Below it, texts share little but their language.");
    }

    private static List<PromptEntry> Visible(ISession session, Principal caller, string projectName)
    {
        var all = session.Prompts.List(session.RequireProject(caller, projectName).Id, "", null, (int)QuireLimits.SimilarPrompts.Value + 1);
        QuireLimits.SimilarPrompts.Check(all.Count, $"The project '{projectName}'");
        return [.. all.Where(entry => caller.Sees(entry.Version.Layer, entry.Version.Scope))];
    }

    private SimilarTexts Texts(ISession session, List<PromptEntry> entries, CancellationToken cancellation)
    {
        var sketches = new TextSketch?[entries.Count];
        for (var place = 0; place < sketches.Length; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            sketches[place] = Sketch(session, entries[place]);
        }
        var grams = new uint[]?[entries.Count];
        return new SimilarTexts(sketches, place => grams[place] ??= Grams(session, entries[place]));
    }

    private TextSketch? Sketch(ISession session, PromptEntry entry)
    {
        if (_sketches.TryGet(entry.Version.Blob, out var known))
            return known;
        var made = TextSketch.Of(Grams(session, entry));
        if (made is not null)
            _sketches.Set(entry.Version.Blob, made);
        return made;
    }

    private uint[] Grams(ISession session, PromptEntry entry) =>
        TextGrams.Of(Encoding.UTF8.GetString(objects.Source(session, entry.Prompt.ProjectId).ReadBlob(entry.Version.Blob).Span));
}
